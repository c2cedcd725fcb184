import type { Estimate } from "../model/assessment.js";
import { counted } from "../phrasing/counted.js";
import { smallSample } from "../phrasing/display-gate.js";
import { formatCount, formatPlain } from "../phrasing/format-number.js";
import { plainText, text } from "../phrasing/inline.js";
import { wilsonInterval } from "../stats/wilson-interval.js";
import type { ChartKind } from "./chart-context.js";
import { role, themed } from "./vega-theme.js";

interface Band {
  readonly low: number;
  readonly high: number;
  readonly n: number;
  readonly positives: number;
  readonly expected: number;
}

/** Did as many become positive as the score said? One mark per score band, with its range. */
export const reliability: ChartKind = {
  id: "reliability",
  summary: "observed share of positives against the score, per score band, with ranges",
  missing: "chart.no-calibration",
  draw: (context) => {
    const { voice } = context;
    const table = context.table("calibration", "all");
    if (table === undefined) return null;
    const bands = table.rows.map(({ cells: [low, high, n, positives, expected] }): Band => ({
      low: low ?? 0,
      high: high ?? 1,
      n: n ?? 0,
      positives: positives ?? 0,
      expected: expected ?? 0,
    }));
    const shown = bands.filter(({ n }) => n >= smallSample);
    if (shown.length < 2) return null;
    const sum = (of: (band: Band) => number): number => bands.reduce((total, band) => total + of(band), 0);
    const [observed, expected] = [sum(({ positives }) => positives), sum((band) => band.expected)];
    const slots = {
      positives: voice.words.positive[1],
      cases: voice.words.case[1],
      observed: counted(voice, context.estimate("base-rate", "all")?.id ?? "", "numerator", observed),
      expected: counted(
        voice,
        context.estimate("mean-score", "all")?.id ?? "",
        "numerator",
        Math.round(expected),
      ),
      bands: formatCount(shown.length, voice.lang),
      hidden: formatCount(bands.length - shown.length, voice.lang),
      direction: directionOf(context.estimate("observed-expected-ratio", "all")),
    };
    const word = (phrase: string): string => plainText(voice.say(`chart.reliability.${phrase}`, slots));
    return {
      kind: "reliability",
      id: "reliability",
      title: voice.say("chart.reliability.title", slots),
      note: voice.say("chart.reliability.note", slots),
      alt: word("alt"),
      panels: [
        {
          title: [],
          key: null,
          picture: {
            type: "vega-lite",
            spec: specOf(shown, { x: word("x"), y: word("y"), line: word("line") }),
            width: 340,
            height: 300,
          },
        },
      ],
      grid: {
        id: "reliability",
        caption: [],
        note: [],
        columns: ["band", "n", "expected", "observed"].map((name, index) => ({
          label: voice.say(`chart.reliability.column-${name}`, slots),
          align: index === 0 ? ("start" as const) : ("end" as const),
        })),
        rows: bands.map(({ low, high, n, positives, expected: said }, index) => ({
          cells: [
            { pieces: [text(`${formatPlain(low, voice.lang)}–${formatPlain(high, voice.lang)}`)] },
            { pieces: [counted(voice, `table:calibration@all#${index}`, "n", n)] },
            { pieces: [counted(voice, `table:calibration@all#${index}`, "value", Math.round(said))] },
            { pieces: [counted(voice, `table:calibration@all#${index}`, "numerator", positives)] },
          ],
        })),
        foot: [],
      },
      gridOpen: false,
      tableLabel: plainText(context.voice.say("chart.table")),
    };
  },
};

/** The level over all cases is off when its range excludes one for each one expected. */
function directionOf(ratio: Estimate | undefined): "under" | "over" | "right" | "unknown" {
  if (ratio?.interval == null) return "unknown";
  if (ratio.interval.low > 1) return "under";
  return ratio.interval.high < 1 ? "over" : "right";
}

function specOf(bands: readonly Band[], labels: { x: string; y: string; line: string }) {
  const of = (share: number): number => Math.round(share * 1_000) / 10;
  const values = bands.map(({ n, positives, expected }) => {
    const bounds = wilsonInterval(positives, n);
    const said = expected / n;
    const off = bounds !== null && (said < bounds.low || said > bounds.high);
    return {
      said: of(said),
      seen: of(positives / n),
      low: of(bounds?.low ?? 0),
      high: of(bounds?.high ?? 1),
      off,
    };
  });
  const x = {
    field: "said",
    type: "quantitative",
    title: labels.x,
    scale: { domain: [0, 100] },
    axis: { values: [0, 25, 50, 75, 100] },
  };
  const y = {
    type: "quantitative",
    title: labels.y,
    scale: { domain: [0, 100] },
    axis: { values: [0, 25, 50, 75, 100] },
  };
  const colour = { condition: { test: "datum.off", value: role.wrong }, value: role.quiet };
  return themed(
    {
      layer: [
        {
          data: {
            values: [
              { said: 0, seen: 0 },
              { said: 100, seen: 100 },
            ],
          },
          mark: { type: "line", strokeDash: [2, 4], stroke: role.edge, strokeWidth: 1.5 },
          encoding: { x, y: { field: "seen", ...y } },
        },
        {
          data: { values: [{ said: 72, seen: 62 }] },
          mark: {
            type: "text",
            align: "left",
            dx: 4,
            dy: 10,
            fill: role.quiet,
            text: labels.line.split("|"),
          },
          encoding: { x, y: { field: "seen", ...y } },
        },
        {
          data: { values },
          mark: { type: "rule", strokeWidth: 2.5 },
          encoding: { x, y: { field: "low", ...y }, y2: { field: "high" }, stroke: colour },
        },
        {
          data: { values },
          mark: { type: "point", filled: true, size: 80, opacity: 1 },
          encoding: {
            x,
            y: { field: "seen", ...y },
            fill: colour,
            shape: { condition: { test: "datum.off", value: "diamond" }, value: "circle" },
          },
        },
      ],
    },
    220,
  );
}
