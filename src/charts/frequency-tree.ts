import type { Grid } from "../model/grid.js";
import type { Picture } from "../model/chart.js";
import { noun, pluralNumber, printedCount } from "../phrasing/counted.js";
import { formatCount } from "../phrasing/format-number.js";
import { frequencyOf } from "../phrasing/frequency-sentences.js";
import { plainText } from "../phrasing/inline.js";
import { casesSlots } from "../phrasing/subject-words.js";
import type { ChartKind } from "./chart-context.js";
import { frequencyFacts } from "./frequency-facts.js";
import { svgText } from "./svg.js";

/** One total split twice: who is what, and what the model does with them. */
export const frequencyTree: ChartKind = {
  id: "frequency-tree",
  summary: "one total split into positives and negatives, and each into flagged and not",
  missing: "chart.no-frequencies",
  draw: (context, { of }) => {
    const { voice } = context;
    const facts = frequencyFacts(context, of);
    const frequency = facts === null ? null : frequencyOf(voice, facts);
    if (facts === null || frequency === null || frequency.positives.printed === 0) return null;
    const { outOf, positives, negatives, caught, missed, falseAlarms, leftAlone, flagged } = frequency;
    const { words } = voice;
    const count = (ref: string, part: Parameters<typeof printedCount>[2], value: typeof caught) =>
      printedCount(voice, ref, part, value, outOf);
    const slots = {
      n: {
        type: "datum",
        ref: facts.baseRate.id,
        part: "outOf",
        value: outOf,
        text: formatCount(outOf, voice.lang),
        of: outOf,
      } as const,
      p: count(facts.baseRate.id, "positives", positives),
      neg: count(facts.baseRate.id, "negatives", negatives),
      tp: count(facts.recall.id, "caught", caught),
      fn: count(facts.recall.id, "missed", missed),
      fp: count(facts.falseAlarms.id, "falseAlarms", falseAlarms),
      tn: count(facts.falseAlarms.id, "leftAlone", leftAlone),
      f: count(facts.falseAlarms.id, "flagged", flagged),
      f_n: pluralNumber(flagged),
      tp_n: pluralNumber(caught),
      ...casesSlots(voice, of),
      positives: noun(words.positive, pluralNumber(positives)),
      negatives: noun(words.negative, pluralNumber(negatives)),
      flagged: words.flagged,
      missed: words.missed,
      unflagged: words.unflagged,
    };
    const label = (phrase: string): string => plainText(voice.say(`chart.frequency-tree.${phrase}`, slots));
    return {
      kind: "frequency-tree",
      id: "frequency-tree",
      title: voice.say("chart.frequency-tree.title", slots),
      note: voice.say("chart.frequency-tree.note", slots),
      alt: plainText(voice.say("chart.frequency-tree.alt", slots)),
      panels: [
        {
          title: [],
          key: null,
          picture: drawTree({
            root: [slots.n.text, plainText(slots.cases)],
            positives: [slots.p.text, slots.positives],
            negatives: [slots.neg.text, slots.negatives],
            leaves: [
              ["caught", slots.tp.text, label("caught")],
              ["missed", slots.fn.text, label("missed")],
              ["false-alarm", slots.fp.text, label("false-alarm")],
              ["left-alone", slots.tn.text, label("left-alone")],
            ],
          }),
        },
      ],
      grid: {
        id: "frequency-tree",
        caption: [],
        note: [],
        columns: [
          { label: voice.say("chart.frequency-tree.column-who", slots), align: "start" },
          { label: voice.say("chart.frequency-tree.column-all", slots), align: "end" },
          { label: voice.say("chart.frequency-tree.column-flagged", slots), align: "end" },
          { label: voice.say("chart.frequency-tree.column-not", slots), align: "end" },
        ],
        rows: [
          {
            cells: [
              { pieces: voice.say("chart.frequency-tree.row-positives", slots) },
              { pieces: [slots.p] },
              { pieces: [slots.tp] },
              { pieces: [slots.fn] },
            ],
          },
          {
            cells: [
              { pieces: voice.say("chart.frequency-tree.row-negatives", slots) },
              { pieces: [slots.neg] },
              { pieces: [slots.fp] },
              { pieces: [slots.tn] },
            ],
          },
        ],
        foot: [],
      } satisfies Grid,
      gridOpen: false,
      tableLabel: plainText(context.voice.say("chart.table")),
    };
  },
};

interface TreeText {
  readonly root: readonly [string, string];
  readonly positives: readonly [string, string];
  readonly negatives: readonly [string, string];
  readonly leaves: readonly (readonly [string, string, string])[];
}

const width = 340;

/** Three rows of counts joined by hairlines; 340 wide, so that its text is readable on a phone. */
function drawTree({ root, positives, negatives, leaves }: TreeText): Picture {
  const line = (x1: number, x2: number, y: number): string => `<path class="hair" d="M${x1} ${y}H${x2}"/>`;
  const label = (x: number, y: number, words: string): string =>
    `<text x="${x}" y="${y}" text-anchor="middle" class="t-label">${svgText(words)}</text>`;
  const node = (x: number, y: number, [count, words]: readonly [string, string], below: string[]): string =>
    below.length === 0
      ? `<text x="${x}" y="${y}" text-anchor="middle"><tspan class="t-count">${svgText(count)}</tspan> <tspan class="t-label">${svgText(words)}</tspan></text>`
      : [
          `<text x="${x}" y="${y}" text-anchor="middle" class="t-count">${svgText(count)}</text>`,
          ...below.map((part, row) => label(x, y + 15 * (row + 1), part)),
        ].join("");
  const rootBelow = linesBelow([root], 324)[0] ?? [];
  const [left = [], right = []] = linesBelow([positives, negatives], 152);
  const middle = 54 + 15 * rootBelow.length;
  const under = middle + 14 + 15 * Math.max(left.length, right.length);
  const leaf = ([mark, count, words]: readonly [string, string, string], index: number): string => {
    const x = 42 + index * 85;
    return [
      `<g class="tree-${mark}">${markAt(mark, x, under + 36)}<text x="${x}" y="${under + 60}" text-anchor="middle" class="t-count">${svgText(count)}</text></g>`,
      ...wrap(words, 13).map((part, row) => label(x, under + 77 + row * 15, part)),
    ].join("");
  };
  const height = under + 82 + 15 * Math.max(...leaves.map(([, , words]) => wrap(words, 13).length));
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" class="tree">`,
    node(170, 18, root, rootBelow),
    line(8, 332, middle - 24),
    node(85, middle, positives, left),
    node(255, middle, negatives, right),
    line(8, 162, under),
    line(178, 332, under),
    ...leaves.map(leaf),
    "</svg>",
  ].join("");
  return { type: "svg", svg, width, height };
}

/** Lines that words take under their counts; none where every count has room for its words beside it. */
function linesBelow(nodes: readonly (readonly [string, string])[], room: number): string[][] {
  const wide = nodes.some(([count, words]) => count.length * 9 + words.length * 6.5 + 4 > room);
  return nodes.map(([, words]) => (wide ? wrap(words, Math.floor(room / 6.8)) : []));
}

function markAt(mark: string, x: number, y: number): string {
  if (mark === "caught") return `<path class="m-caught" d="M${x} ${y - 12}h0"/>`;
  if (mark === "missed") return `<path class="m-missed" d="M${x} ${y - 18}l6 6-6 6-6-6z"/>`;
  if (mark === "false-alarm")
    return `<path class="m-false-alarm" d="M${x - 5} ${y - 12}a5 5 0 1 0 10 0a5 5 0 1 0-10 0z"/>`;
  return `<path class="m-left-alone" d="M${x} ${y - 12}h0"/>`;
}

/** Breaks a label at spaces into lines of at most `most` letters. */
function wrap(words: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word.length > most ? `${word.slice(0, most - 1)}…` : word);
  }
  return lines.slice(0, 4);
}
