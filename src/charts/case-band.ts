import type { Grid } from "../model/grid.js";
import type { Picture } from "../model/chart.js";
import type { CaseFacts } from "../phrasing/case-facts.js";
import { adviceOf, isShownChance, printedAround } from "../phrasing/case-sentences.js";
import { counted } from "../phrasing/counted.js";
import { formatCount } from "../phrasing/format-number.js";
import { plainText } from "../phrasing/inline.js";
import { nounSlots } from "../phrasing/noun-slots.js";
import type { Voice } from "../phrasing/voice.js";
import type { ChartKind } from "./chart-context.js";
import { labelWidth } from "./place-label.js";
import { coordinate, svgText } from "./svg.js";
import { fontSize, role } from "./vega-theme.js";

const of = 100;

/** Past cases scored like one as a mark with its range, against the share from which the other answer pays. */
export const caseBand: ChartKind = {
  id: "case-band",
  summary: "past cases scored like one as mark and range, against the break-even",
  missing: "chart.case-band.none",
  draw: ({ voice, case: facts }) => {
    const counts = facts === null ? null : printedAround(facts);
    if (facts === null || counts === null || !isShownChance(facts)) return null;
    const marks = marksOf(facts, counts);
    const ref = `alike:${facts.evaluation}@${facts.score}`;
    const { around } = facts.calibration;
    const slots = {
      ...nounSlots(voice.words),
      x: counted(voice, ref, "value", counts.x, of),
      x_n: counts.x,
      low: counted(voice, ref, "low", counts.low, of),
      high: counted(voice, ref, "high", counts.high, of),
      of: counted(voice, ref, "outOf", of, of),
      n: counted(voice, ref, "n", around?.n ?? 0),
      least:
        marks.even === null ? "" : counted(voice, facts.breakEven?.at?.ref ?? ref, "value", marks.even, of),
      soonest: marks.evenLow === null ? "" : formatCount(marks.evenLow, voice.lang),
      latest: marks.evenHigh === null ? "" : formatCount(marks.evenHigh, voice.lang),
      ranged: marks.evenLow === null || marks.evenLow === marks.evenHigh ? "no" : "yes",
      known: marks.even === null ? "no" : "yes",
    };
    const word = (phrase: string): string => plainText(voice.say(`chart.case-band.${phrase}`, slots));
    return {
      kind: "case-band",
      id: "case-band",
      title: voice.say(`chart.case-band.title-${marks.even === null ? "none" : adviceOf(facts)}`, slots),
      note: voice.say("chart.case-band.note", slots),
      alt: word("alt"),
      panels: [{ title: [], picture: drawStrip(voice, marks, word("even")), key: null }],
      grid: gridOf(voice, slots, marks.even !== null),
      gridOpen: false,
      tableLabel: plainText(voice.say("chart.table")),
    };
  },
};

interface Marks {
  readonly x: number;
  readonly low: number;
  readonly high: number;
  /** Break-even and its ends, of 100; null where none is stated. */
  readonly even: number | null;
  readonly evenLow: number | null;
  readonly evenHigh: number | null;
}

function marksOf({ breakEven }: CaseFacts, counts: Pick<Marks, "x" | "low" | "high">): Marks {
  const printed = (share: { readonly value: number } | null | undefined): number | null =>
    share == null ? null : Math.round(of * share.value);
  return {
    ...counts,
    even: printed(breakEven?.at),
    evenLow: printed(breakEven?.low),
    evenHigh: printed(breakEven?.high),
  };
}

function gridOf(voice: Voice, slots: Parameters<Voice["say"]>[1], known: boolean): Grid {
  const row = (name: string) => ({
    cells: [
      { pieces: voice.say(`chart.case-band.row-${name}`, slots) },
      { pieces: voice.say(`chart.case-band.value-${name}`, slots) },
    ],
  });
  return {
    id: "case-band",
    caption: [],
    note: [],
    columns: [
      { label: voice.say("chart.case-band.column-what"), align: "start" },
      { label: voice.say("chart.case-band.column-value", slots), align: "end" },
    ],
    rows: [row("seen"), ...(known ? [row("even")] : [])],
    foot: [],
  };
}

const [width, height] = [340, 108];
const [left, right] = [12, 328];
/** Heights of the name of the break-even, of the numbers above the mark, of the line, and of the scale. */
const [evenY, numberY, lineY, scaleY] = [14, 44, 62, 100];

function drawStrip(
  voice: Voice,
  { x, low, high, even, evenLow, evenHigh }: Marks,
  evenName: string,
): Picture {
  const top = Math.min(of, 10 * Math.ceil((Math.max(high, evenHigh ?? even ?? 0) + 2) / 10));
  const at = (count: number): number => left + ((right - left) * count) / top;
  const label = (words: string, middle: number, y: number, weight = 400): string => {
    const half = labelWidth(words) / 2;
    const from = Math.min(Math.max(middle, half), width - half);
    return `<text x="${coordinate(from)}" y="${y}" text-anchor="middle" font-size="${fontSize}" font-weight="${weight}" fill="${weight === 400 ? role.quiet : role.ink}">${svgText(words)}</text>`;
  };
  const step = top > 40 ? 20 : 10;
  const ticks = Array.from({ length: Math.floor(top / step) + 1 }, (_, index) => index * step);
  const count = (value: number): string => formatCount(value, voice.lang);
  const band =
    even === null || evenLow === null || evenHigh === null || evenLow === evenHigh
      ? ""
      : `<rect x="${coordinate(at(evenLow))}" y="${evenY + 6}" width="${coordinate(at(evenHigh) - at(evenLow))}" height="${lineY + 12 - evenY - 6}" fill="${role.rule}" opacity="0.6"/>`;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" class="band">`,
    band,
    `<line x1="${left}" x2="${right}" y1="${lineY + 18}" y2="${lineY + 18}" stroke="${role.edge}"/>`,
    ...ticks.map((tick) => label(count(tick), at(tick), scaleY)),
    even === null
      ? ""
      : `<line x1="${coordinate(at(even))}" x2="${coordinate(at(even))}" y1="${evenY + 6}" y2="${lineY + 18}" stroke="${role.ink}" stroke-width="1.5" stroke-dasharray="4 3"/>${label(evenName, at(even), evenY, 600)}`,
    `<line x1="${coordinate(at(low))}" x2="${coordinate(at(high))}" y1="${lineY}" y2="${lineY}" stroke="${role.right}" stroke-width="4"/>`,
    `<circle cx="${coordinate(at(x))}" cy="${lineY}" r="7" fill="${role.right}"/>`,
    numberLabel(`${count(x)} (${count(low)}–${count(high)})`, at(x), even === null ? null : at(even)),
    "</svg>",
  ].join("");
  return { type: "svg", svg, width, height };
}

/** The numbers of the mark, on the side of the break-even line where they do not cross it. */
function numberLabel(words: string, x: number, even: number | null): string {
  const wide = labelWidth(words);
  const clear = even === null || Math.abs(even - x) > wide / 2 + 4;
  const middle = clear ? x : even >= x ? even - wide / 2 - 6 : even + wide / 2 + 6;
  const held = Math.min(Math.max(middle, wide / 2), width - wide / 2);
  return `<text x="${coordinate(held)}" y="${numberY}" text-anchor="middle" font-size="${fontSize}" font-weight="600" fill="${role.ink}">${svgText(words)}</text>`;
}
