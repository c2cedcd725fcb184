import type { Grid } from "../model/grid.js";
import type { Inline } from "../model/inline.js";
import type { Picture } from "../model/chart.js";
import { stops, type Stop } from "../model/confidence.js";
import {
  joined,
  movesSentence,
  reasonsSentence,
  stopMeaning,
  stopName,
} from "../phrasing/confidence-words.js";
import { formatCount } from "../phrasing/format-number.js";
import { plainText, text } from "../phrasing/inline.js";
import { sentenceCase } from "../phrasing/measure-sentence.js";
import type { Voice } from "../phrasing/voice.js";
import type { ChartContext, ChartKind, ShownClaim } from "./chart-context.js";
import { coordinate, svgText } from "./svg.js";
import { lineHeight, textLines, textSize } from "./text-width.js";
import { role } from "./vega-theme.js";

/** Six stops on a line, with the claims of the page at theirs, and why they stand there. */
export const spectrum: ChartKind = {
  id: "spectrum",
  summary:
    "the Uncertainty Spectrum: each claim of the page at its stop, with reasons and what would move it",
  missing: "confidence.figure.missing",
  draw: ({ voice, claims }: ChartContext) => {
    const groups = groupsOf(voice, claims);
    if (groups.length === 0) return null;
    const word = (stop: Stop): string => plainText(stopName(voice, { stop }));
    const found = stops.filter((stop) => claims.some(({ confidence }) => confidence.stop === stop));
    const [strongest = "certain", weakest = strongest] = [found[0], found.at(-1)];
    const marks = groups.map(({ numbers, stop }) =>
      plainText(voice.say("confidence.figure.mark", { numbers, stop: word(stop) })),
    );
    return {
      kind: "spectrum",
      id: "spectrum",
      title: voice.say("confidence.figure.title", {
        one: found.length === 1 ? "yes" : "no",
        n: formatCount(claims.length, voice.lang),
        n_n: claims.length,
        strongest: word(strongest),
        weakest: word(weakest),
      }),
      note: voice.say("confidence.figure.note"),
      alt: plainText(voice.say("confidence.figure.alt", { marks: marks.join(" ") })),
      panels: [{ title: [], picture: drawLine(voice, groups), key: keyOf(voice, groups) }],
      grid: { id: "spectrum", caption: [], note: [], columns: [], rows: [], foot: [] },
      gridOpen: true,
      tableLabel: plainText(voice.say("chart.table")),
    };
  },
};

/** Claims at one stop for the same reasons. */
interface Group {
  readonly stop: Stop;
  readonly claims: readonly ShownClaim[];
  /** Places of the claims on the page: "1–3", "2, 5". */
  readonly numbers: string;
  /** True when these are the numbers at the top, all of them and no other claim. */
  readonly allTop: boolean;
}

function groupsOf(voice: Voice, claims: readonly ShownClaim[]): Group[] {
  const byReasons = new Map<string, number[]>();
  for (const [index, { confidence }] of claims.entries()) {
    const told = [reasonsSentence(voice, confidence), movesSentence(voice, confidence)].map(plainText);
    const key = [confidence.stop, ...told].join("\n");
    byReasons.set(key, [...(byReasons.get(key) ?? []), index]);
  }
  const top = claims.filter(({ isTop }) => isTop).length;
  return [...byReasons.values()].map((places) => {
    const own = places.flatMap((place) => claims[place] ?? []);
    return {
      stop: own[0]?.confidence.stop ?? "highly-speculative",
      claims: own,
      numbers: numbersOf(places),
      allTop: own.length === top && own.every(({ isTop }) => isTop),
    };
  });
}

/** Places from 1, runs of three and more in short: "1–3, 5". */
function numbersOf(places: readonly number[]): string {
  const runs: number[][] = [];
  for (const place of places) {
    const last = runs.at(-1);
    if (last?.at(-1) === place - 1) last.push(place);
    else runs.push([place]);
  }
  return runs
    .map((run) => [(run[0] ?? 0) + 1, (run.at(-1) ?? 0) + 1])
    .map(([from = 1, to = 1]) =>
      from === to ? String(from) : to === from + 1 ? `${from}, ${to}` : `${from}–${to}`,
    )
    .join(", ");
}

/** Key and table in one: each group with its stop in words, its reasons, and what would move it. */
function keyOf(voice: Voice, groups: readonly Group[]): Grid {
  return {
    id: "spectrum-key",
    caption: voice.say("confidence.figure.key"),
    note: [],
    columns: [
      { label: voice.say("confidence.figure.column-mark"), align: "end" },
      { label: voice.say("confidence.figure.column-told"), align: "start" },
    ],
    rows: groups.map((group, index) => {
      // What a stop means is said once.
      const isNew = groups.findIndex(({ stop }) => stop === group.stop) === index;
      return { cells: [{ pieces: [text(group.numbers)] }, { pieces: rowOf(voice, group, isNew) }] };
    }),
    foot: [],
  };
}

function rowOf(voice: Voice, { claims, stop, allTop, numbers }: Group, isNew: boolean): readonly Inline[] {
  const [first] = claims;
  if (first === undefined) return [];
  const names = claims.every(({ isTop }) => isTop)
    ? voice.say(allTop ? "confidence.figure.top" : "confidence.figure.top-some", {
        n: formatCount(claims.length, voice.lang),
        n_n: claims.length,
        numbers,
      })
    : joined(claims.map(({ name }) => withoutStop(name)));
  const sentences = [reasonsSentence(voice, first.confidence), movesSentence(voice, first.confidence)];
  const [reasons = [], moves = []] = sentences;
  return voice.say("confidence.figure.row", {
    names: sentenceCase(names),
    stop: stopName(voice, { stop }),
    means: isNew ? [...stopMeaning(voice, { stop }), text(" ")] : [],
    reasons,
    moves,
  });
}

/** An author's sentence that goes on: without its full stop. */
function withoutStop(pieces: readonly Inline[]): readonly Inline[] {
  const last = pieces.at(-1);
  if (last?.type !== "text") return pieces;
  return [...pieces.slice(0, -1), text(last.value.replace(/\.$/, ""))];
}

const width = 340;
const [left, step] = [30, 56];
/** Half the height of the mark of claims, and the air between it and a name. */
const [markHalf, air] = [11, 5];

/** The weakest stop on the left; names above and below in turn, so that six have room on a phone. */
function drawLine(voice: Voice, groups: readonly Group[]): Picture {
  const scale = [...stops].reverse();
  const at = (index: number): number => left + index * step;
  const names = scale.map((stop) =>
    textLines(plainText(sentenceCase(stopName(voice, { stop }))), 2 * step - 6, 3),
  );
  const lines = (side: 0 | 1): number =>
    Math.max(...names.flatMap((own, index) => (index % 2 === side ? [own.length] : [])));
  const middle = lines(0) * lineHeight + air + markHalf;
  const height = middle + markHalf + air + lines(1) * lineHeight + 2;
  const label = (stop: Stop, index: number): string => {
    const here = groups.some((group) => group.stop === stop);
    const anchor = index === 0 ? "start" : index === scale.length - 1 ? "end" : "middle";
    const x = index === 0 ? 1 : index === scale.length - 1 ? width - 1 : at(index);
    const weight = here ? ` font-weight="600" fill="${role.ink}"` : ` fill="${role.quiet}"`;
    const own = names[index] ?? [];
    const first =
      index % 2 === 0
        ? middle - markHalf - air - (own.length - 1) * lineHeight
        : middle + markHalf + air + 11;
    return own
      .map(
        (line, place) =>
          `<text x="${x}" y="${first + place * lineHeight}" text-anchor="${anchor}" font-size="${textSize}"${weight}>${svgText(line)}</text>`,
      )
      .join("");
  };
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" class="spectrum-line">`,
    `<line x1="${at(0)}" x2="${at(5)}" y1="${middle}" y2="${middle}" stroke="${role.edge}" stroke-width="1.5"/>`,
    ...scale.map((stop, index) => label(stop, index) + markOf(groups, stop, at(index), middle)),
    "</svg>",
  ].join("");
  return { type: "svg", svg, width, height };
}

/** A ring for a stop where nothing stands; a box with the numbers of the claims where some do. */
function markOf(groups: readonly Group[], stop: Stop, x: number, middle: number): string {
  const numbers = groups.filter((group) => group.stop === stop).map((group) => group.numbers);
  if (numbers.length === 0)
    return `<circle cx="${x}" cy="${middle}" r="4" fill="${role.paper}" stroke="${role.edge}" stroke-width="1.5"/>`;
  const words = numbers.join(", ");
  const wide = Math.max(22, words.length * 7 + 12);
  const from = Math.min(Math.max(1, x - wide / 2), width - wide - 1);
  return [
    `<rect x="${coordinate(from)}" y="${middle - 11}" width="${coordinate(wide)}" height="22" rx="11" fill="${role.paper}" stroke="${role.ink}" stroke-width="2"/>`,
    `<text x="${coordinate(from + wide / 2)}" y="${middle + 4.5}" text-anchor="middle" font-size="13" font-weight="600" fill="${role.ink}">${svgText(words)}</text>`,
  ].join("");
}
