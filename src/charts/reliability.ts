import type { Table } from "../model/assessment.js";
import type { Chart } from "../model/chart.js";
import type { Inline } from "../model/inline.js";
import { levelOfScores } from "../model/level-of-scores.js";
import { counted } from "../phrasing/counted.js";
import { smallSample } from "../phrasing/display-gate.js";
import { formatCount, formatPlain } from "../phrasing/format-number.js";
import { plainText, text } from "../phrasing/inline.js";
import { sentenceCase } from "../phrasing/measure-sentence.js";
import { consistencyRange } from "../stats/consistency-range.js";
import type { ChartContext, ChartKind } from "./chart-context.js";
import type { Box, Pixel } from "./place-label.js";
import { createPlot, linearAxis, plotPicture, wordsBeside, type Plot } from "./plot.js";
import { coordinate, svgText } from "./svg.js";
import { textLines, textSize } from "./text-width.js";
import { chartWidth, role } from "./vega-theme.js";

/**
 * Did as many become positive as the score said? One mark per score band, and where it would lie if the score were
 * right (consistency bars, Brocker & Smith 2007): a mark outside of its bar is a band that is off. Of many classes the
 * score is that of the predicted one, and what it should tell is how often that is right (Guo et al. 2017).
 */
export const reliability: ChartKind = {
  id: "reliability",
  summary: "observed share of positives per score band, beside where it would lie if the score were right",
  missing: "chart.no-calibration",
  draw: (context) => {
    const { voice } = context;
    const table = context.table("calibration", "all");
    const bands = table === undefined ? [] : bandsOf(table);
    const shown = bands.filter(({ n }) => n >= smallSample);
    if (table === undefined || shown.length < 2) return null;
    const slots = slotsOf(context, table, bands, shown);
    const word = (phrase: string): string =>
      plainText(sentenceCase(voice.say(`chart.reliability.${phrase}`, slots)));
    return {
      kind: "reliability",
      id: "reliability",
      title: voice.say("chart.reliability.title", slots),
      note: voice.say("chart.reliability.note", slots),
      alt: word("alt"),
      panels: [{ title: [], key: null, picture: drawBands(voice.lang, shown, word) }],
      grid: gridOf(context, table, bands, slots),
      gridOpen: false,
      tableLabel: plainText(voice.say("chart.table")),
    } satisfies Chart;
  },
};

interface Band {
  readonly low: number;
  readonly high: number;
  readonly n: number;
  readonly positives: number;
  readonly expected: number;
  /** Counts of positives that would be no surprise if the score were right. */
  readonly right: { readonly low: number; readonly high: number };
  readonly off: boolean;
}

function bandsOf({ rows }: Table): Band[] {
  return rows.map(({ cells: [low, high, n, positives, expected, variance] }) => {
    const [cases, seen, said] = [n ?? 0, positives ?? 0, expected ?? 0];
    // An Assessment of an earlier version knows no variance: that of equal scores is the largest there can be.
    const spread = variance ?? (cases === 0 ? 0 : (said * (cases - said)) / cases);
    const right = cases === 0 ? { low: 0, high: 0 } : consistencyRange(cases, said, spread);
    return {
      low: low ?? 0,
      high: high ?? 1,
      n: cases,
      positives: seen,
      expected: said,
      right,
      off: seen < right.low || seen > right.high,
    };
  });
}

function slotsOf(
  { voice, estimate, evaluation }: ChartContext,
  { id }: Table,
  bands: readonly Band[],
  shown: readonly Band[],
) {
  const sum = (of: (band: Band) => number): number => bands.reduce((total, band) => total + of(band), 0);
  const off = shown.filter((band) => band.off).length;
  const count = (metric: string, value: number): Inline =>
    counted(voice, estimate(metric, "all")?.id ?? `table:${id}`, "numerator", Math.round(value));
  const rate = estimate("base-rate", "all");
  const n = bands.reduce((total, band) => total + band.n, 0);
  /** What the expected number could have been, were the cases drawn again: the difference that may still hide. */
  const hidden = (part: "low" | "high"): Inline | string =>
    rate?.interval == null ? "" : counted(voice, rate.id, part, Math.round(rate.interval[part] * n), n);
  const level = levelOfScores(
    estimate("observed-expected-ratio", "all"),
    estimate("calibration-in-the-large", "all"),
  );
  const ofClasses = evaluation.task === "multiclass";
  const right = (form: string): string => plainText(voice.say(`chart.reliability.right-${form}`));
  return {
    top: ofClasses ? "yes" : "no",
    // What a score of the predicted class stands for is that the prediction is right.
    ...(ofClasses ? { positives: right("many"), of_positives: right("of-many") } : {}),
    observed: count(
      "base-rate",
      sum(({ positives }) => positives),
    ),
    expected: count(
      "mean-score",
      sum((band) => band.expected),
    ),
    bands: formatCount(shown.length, voice.lang),
    off: counted(voice, "plan:bands-off", "n", off),
    off_n: off,
    hidden_n: bands.filter(({ n }) => n > 0 && n < smallSample).length,
    direction: level === "unclear" && rate?.interval == null ? "unknown" : level,
    low: hidden("low"),
    high: hidden("high"),
    least: formatCount(Math.min(...shown.map(({ n }) => n)), voice.lang),
    most: formatCount(Math.max(...shown.map(({ n }) => n)), voice.lang),
  };
}

function drawBands(lang: string, bands: readonly Band[], word: (phrase: string) => string) {
  const label = (share: number): string => formatPlain(100 * share, lang);
  const plot = createPlot(linearAxis(word("x"), [0, 1], label), linearAxis(word("y"), [0, 1], label));
  const [from, to] = [plot.at(0, 0), plot.at(1, 1)];
  const places = bands.map(({ n, positives, expected }) => plot.at(expected / n, positives / n));
  const taken: Box[] = places.map(({ x, y }) => ({ left: x - 8, right: x + 8, top: y - 8, bottom: y + 8 }));
  const bars = bands.map((band) => barOf(plot, band));
  const marks = [
    `<path class="p-right" fill="none" stroke="${role.edge}" stroke-width="1.5" stroke-dasharray="2 4" d="M${coordinate(from.x)} ${coordinate(from.y)}L${coordinate(to.x)} ${coordinate(to.y)}"/>`,
    ...bars.map(
      ([low, high]) =>
        `<path class="p-consistent" fill="none" stroke="${role.edge}" stroke-opacity="0.45" stroke-width="11" d="M${coordinate(low.x)} ${coordinate(low.y)}V${coordinate(high.y)}"/>`,
    ),
    ...bands.map(({ off }, index) => markOf(places[index] ?? from, off)),
    wordsBeside(plot, word("line"), plot.at(0.72, 0.72), [[from, to], ...bars], taken, role.quiet),
  ];
  return plotPicture(plot, marks, countsBelow(plot, bands, word("counts")));
}

/** The ends of a bar; one too short to be seen gets the height of its line. */
function barOf(plot: Plot, { n, expected, right }: Band): readonly [Pixel, Pixel] {
  const [low, high] = [plot.at(expected / n, right.low / n), plot.at(expected / n, right.high / n)];
  const missing = Math.max(0, 2 - (low.y - high.y)) / 2;
  return [
    { x: low.x, y: low.y + missing },
    { x: high.x, y: high.y - missing },
  ];
}

/** A disc; a band that is off is a diamond, and the one thing with a colour. */
function markOf({ x, y }: Pixel, off: boolean): string {
  return off
    ? `<path class="p-off" fill="${role.wrong}" d="M${coordinate(x)} ${coordinate(y - 6.5)}l6.5 6.5-6.5 6.5-6.5-6.5z"/>`
    : `<circle class="p-mark" cx="${coordinate(x)}" cy="${coordinate(y)}" r="4.5" fill="${role.quiet}"/>`;
}

const countsHeight = 34;

/** How many cases each band rests on, as bars on the same scale. */
function countsBelow(plot: Plot, bands: readonly Band[], words: string) {
  const lines = textLines(words, chartWidth - 2, 2);
  const titled = lines.length * 16 + 6;
  const most = Math.max(...bands.map(({ n }) => n));
  return {
    height: titled + countsHeight + 4,
    draw: (top: number): string[] => {
      const floor = top + titled + countsHeight;
      const bars = bands.map(({ low, high, n }) => {
        const [left, right] = [plot.across(low), plot.across(high)];
        const tall = Math.max(1, (countsHeight * n) / most);
        return `<rect class="p-count" x="${coordinate(left + 1)}" y="${coordinate(floor - tall)}" width="${coordinate(Math.max(1, right - left - 2))}" height="${coordinate(tall)}"/>`;
      });
      return [
        ...lines.map(
          (line, index) =>
            `<text x="1" y="${coordinate(top + 15 + index * 16)}" font-size="${textSize}" fill="${role.quiet}">${svgText(line)}</text>`,
        ),
        `<g fill="${role.edge}" fill-opacity="0.6">${bars.join("")}</g>`,
      ];
    },
  };
}

function gridOf(
  { voice }: ChartContext,
  { id }: Table,
  bands: readonly Band[],
  slots: ReturnType<typeof slotsOf>,
) {
  return {
    id: "reliability",
    caption: [],
    note: [],
    columns: ["band", "n", "expected", "right", "observed"].map((name, index) => ({
      label: voice.say(`chart.reliability.column-${name}`, slots),
      align: index === 0 ? ("start" as const) : ("end" as const),
    })),
    rows: bands.map(({ low, high, n, positives, expected, right, off }, index) => {
      const number = (part: "n" | "value" | "numerator", value: number): Inline =>
        counted(voice, `table:${id}#${index}`, part, value);
      return {
        cells: [
          { pieces: [text(`${formatPlain(low, voice.lang)}–${formatPlain(high, voice.lang)}`)] },
          { pieces: [number("n", n)] },
          { pieces: [number("value", Math.round(expected))] },
          {
            pieces: voice.say("rate.ends-range", {
              low: formatCount(Math.ceil(right.low), voice.lang),
              high: formatCount(Math.floor(right.high), voice.lang),
            }),
          },
          {
            pieces: [number("numerator", positives)],
            ...(off && n >= smallSample ? { tone: "wrong" as const } : {}),
          },
        ],
      };
    }),
    foot: [],
  };
}
