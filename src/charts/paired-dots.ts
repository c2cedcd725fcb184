import type { Picture } from "../model/chart.js";
import type { Grid } from "../model/grid.js";
import type { Inline } from "../model/inline.js";
import { counted } from "../phrasing/counted.js";
import { formatCount } from "../phrasing/format-number.js";
import { plainText, text } from "../phrasing/inline.js";
import { measureRange } from "../phrasing/measure-number.js";
import { aheadOf, differenceSentence } from "../phrasing/memo-sentences.js";
import { nounSlots } from "../phrasing/noun-slots.js";
import type { PairFacts } from "../phrasing/pair-facts.js";
import type { Slots } from "../phrasing/say.js";
import type { Voice } from "../phrasing/voice.js";
import type { ChartKind } from "./chart-context.js";
import { labelWidth } from "./place-label.js";
import { coordinate, svgText } from "./svg.js";
import { fontSize, role } from "./vega-theme.js";

type Counts = NonNullable<PairFacts["counts"]>;

/**
 * Two models on the same cases: a mark for each case on which just one of them was right, and the difference that they
 * make with its range. Cases on which both agree say nothing of which is better, and stand as counts.
 */
export const pairedDots: ChartKind = {
  id: "paired-dots",
  summary: "cases on which just one of two models is right, and their difference with its range",
  missing: "chart.paired-dots.none",
  draw: ({ voice, pair }) => {
    if (pair?.counts == null || pair.difference.interval === null) return null;
    const { counts, difference, first, second } = pair;
    const of = voice.totalOf(difference);
    const each = casesPerMark(counts);
    const count = (value: number): Inline => counted(voice, counts.ref, "n", value);
    const slots: Slots = {
      ...nounSlots(voice.words),
      first,
      second,
      n: count(counts.both + counts.onlyFirst + counts.onlySecond + counts.neither),
      both: count(counts.both),
      only_first: count(counts.onlyFirst),
      only_second: count(counts.onlySecond),
      neither: count(counts.neither),
      each: formatCount(each, voice.lang),
      each_n: each,
      range: measureRange(voice, difference, "ends"),
      of: counted(voice, difference.id, "outOf", of, of),
      gap: counted(voice, difference.id, "value", Math.round((difference.value ?? 0) * of), of),
    };
    return {
      kind: "paired-dots",
      id: "paired-dots",
      title: withoutStop(differenceSentence(voice, pair)),
      note: voice.say("chart.paired-dots.note", slots),
      alt: plainText(voice.say("chart.paired-dots.alt", slots)),
      panels: [{ title: [], picture: draw(voice, pair, counts, each, slots), key: null }],
      grid: gridOf(voice, slots),
      gridOpen: false,
      tableLabel: plainText(voice.say("chart.table")),
    };
  },
};

/** A title goes without its full stop. */
function withoutStop(pieces: readonly Inline[]): readonly Inline[] {
  const last = pieces.at(-1);
  return last?.type === "text" ? [...pieces.slice(0, -1), text(last.value.replace(/\.$/, ""))] : pieces;
}

function gridOf(voice: Voice, slots: Slots): Grid {
  const rows = ["both", "only-first", "only-second", "neither", "difference"].map((name) => ({
    strong: name === "difference",
    cells: [
      { pieces: voice.say(`chart.paired-dots.row-${name}`, slots) },
      { pieces: voice.say(`chart.paired-dots.value-${name}`, slots) },
    ],
  }));
  return {
    id: "paired-dots",
    caption: [],
    note: [],
    columns: [
      { label: voice.say("chart.paired-dots.column-what"), align: "start" },
      { label: voice.say("chart.paired-dots.column-cases", slots), align: "end" },
    ],
    rows,
    foot: [],
  };
}

/** Most marks in all: more are no longer seen as single cases. */
const mostMarks = 200;
const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000];

/** Cases that one mark stands for: one where there is room, else the smallest round number that makes room. */
function casesPerMark({ onlyFirst, onlySecond }: Counts): number {
  const wanted = (onlyFirst + onlySecond) / mostMarks;
  return steps.find((step) => step >= wanted) ?? 10 ** Math.ceil(Math.log10(wanted));
}

const width = 340;
const [perRow, gap, side] = [25, 13.4, 9];
const [rowHeight, labelHeight, between] = [13, 20, 12];

function draw(
  voice: Voice,
  { difference, first, second, ...facts }: PairFacts,
  counts: Counts,
  each: number,
  slots: Slots,
): Picture {
  const label = (name: string, phrase: string): string => {
    const words = plainText(voice.say(`chart.paired-dots.${phrase}`, slots));
    // A name that is too long for the picture is told in the table: here its place is.
    return labelWidth(words) <= width
      ? words
      : plainText(
          voice.say(`chart.paired-dots.${phrase}`, {
            ...slots,
            [name]: voice.say(`chart.paired-dots.${name}`),
          }),
        );
  };
  const firstRows = marks(counts.onlyFirst, each, labelHeight, true);
  const secondTop = firstRows.bottom + between + labelHeight;
  const secondRows = marks(counts.onlySecond, each, secondTop, false);
  const stripTop = secondRows.bottom + between + 6;
  const strip = drawDifference(voice, { difference, first, second, ...facts }, stripTop, slots);
  const height = Math.ceil(stripTop + strip.height);
  const word = (words: string, y: number): string =>
    `<text x="0" y="${coordinate(y)}" font-size="${fontSize}" font-weight="600" fill="${role.ink}">${svgText(words)}</text>`;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" class="pairs">`,
    word(label("first", "label-first"), labelHeight - 7),
    firstRows.svg,
    word(label("second", "label-second"), secondTop - 7),
    secondRows.svg,
    strip.svg,
    "</svg>",
  ].join("");
  return { type: "svg", svg, width, height };
}

/** Squares, since the four round and pointed marks mean outcomes: full for the first model, open for the second. */
function marks(cases: number, each: number, top: number, full: boolean) {
  const shown = cases === 0 ? 0 : Math.max(1, Math.round(cases / each));
  const inset = full ? 0 : 0.75;
  const size = coordinate(side - 2 * inset);
  const squares = Array.from({ length: shown }, (_, index) => {
    const x = (index % perRow) * gap + inset;
    const y = top + Math.floor(index / perRow) * rowHeight + inset;
    return `M${coordinate(x)} ${coordinate(y)}h${size}v${size}h-${size}z`;
  });
  const paint = full ? `fill="${role.quiet}"` : `fill="none" stroke="${role.quiet}" stroke-width="1.5"`;
  return {
    svg: squares.length === 0 ? "" : `<path ${paint} d="${squares.join("")}"/>`,
    bottom: top + Math.max(1, Math.ceil(shown / perRow)) * rowHeight,
  };
}

const [left, right] = [16, 324];

/** The difference as a mark with its range about a line where the two are alike. */
function drawDifference(voice: Voice, facts: PairFacts, top: number, slots: Slots) {
  const { difference } = facts;
  const of = voice.totalOf(difference);
  const { low, high } = difference.interval ?? { low: 0, high: 0 };
  const reach = Math.max(Math.abs(low), Math.abs(high)) * of;
  const limit = scaleEnd(reach);
  // Towards the right the first model is ahead.
  const at = (value: number): number => (left + right) / 2 + ((right - left) / 2) * (value / limit);
  const line = top + 34;
  const colour = aheadOf(facts) === "unclear" ? role.quiet : role.right;
  const ends = ["label-second-ahead", "label-first-ahead"].map((phrase) =>
    plainText(voice.say(`chart.paired-dots.${phrase}`, slots)),
  );
  const fits = ends.every((words) => labelWidth(words) < width / 2 - 6);
  const [behind = "", ahead = ""] = fits
    ? ends
    : ["second", "first"].map((name) =>
        plainText(
          voice.say("chart.paired-dots.label-ahead", { name: voice.say(`chart.paired-dots.${name}`) }),
        ),
      );
  const word = (words: string, x: number, y: number, anchor: string): string =>
    `<text x="${coordinate(x)}" y="${coordinate(y)}" text-anchor="${anchor}" font-size="${fontSize}" fill="${role.quiet}">${svgText(words)}</text>`;
  const tick = (value: number): string => formatCount(value, voice.lang);
  const zero = coordinate(at(0));
  const svg = [
    word(behind, 0, top + 10, "start"),
    word(ahead, width, top + 10, "end"),
    `<line x1="${left}" x2="${right}" y1="${line + 12}" y2="${line + 12}" stroke="${role.edge}"/>`,
    `<line x1="${zero}" x2="${zero}" y1="${top + 16}" y2="${line + 12}" stroke="${role.ink}" stroke-width="1.5" stroke-dasharray="4 3"/>`,
    `<line x1="${coordinate(at(low * of))}" x2="${coordinate(at(high * of))}" y1="${line}" y2="${line}" stroke="${colour}" stroke-width="4"/>`,
    `<circle cx="${coordinate(at((difference.value ?? 0) * of))}" cy="${line}" r="6" fill="${colour}"/>`,
    word(tick(limit), left, line + 30, "middle"),
    word(tick(0), at(0), line + 30, "middle"),
    word(tick(limit), right, line + 30, "middle"),
    word(plainText(voice.say("chart.paired-dots.axis", slots)), width / 2, line + 48, "middle"),
  ].join("");
  return { svg, height: 34 + 54 };
}

/** The end of a scale that is told easily: 1, 2 or 5 times a power of ten, and not below what is shown. */
function scaleEnd(reach: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(reach, 1)));
  return [1, 2, 5, 10].map((factor) => factor * size).find((end) => end >= reach) ?? 10 * size;
}
