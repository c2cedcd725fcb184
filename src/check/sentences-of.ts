import type { Nodes, Root, RootContent } from "mdast";

import type { Place } from "../errors.js";
import type { Grid } from "../model/grid.js";
import type { Datum, Inline } from "../model/inline.js";
import type { CheckedSentence } from "./checked-document.js";

type Where = CheckedSentence["where"];

interface Run {
  text: string;
  numbers: { datum: Datum; start: number; end: number }[];
  place: Place;
}

interface State {
  readonly annex: boolean;
  /** Place of the nearest node that has one. */
  readonly place: Place;
  readonly found: CheckedSentence[];
}

const nowhere: Place = { file: "forthright.yaml" };

/** Every sentence of a document, in reading order, with its traced numbers and its place. */
export function sentencesOf(tree: Root): CheckedSentence[] {
  const found: CheckedSentence[] = [];
  walk(tree.children, { annex: false, place: nowhere, found });
  return found;
}

function walk(nodes: readonly RootContent[], outer: State): void {
  for (const node of nodes) {
    const state = { ...outer, place: node.data?.place ?? outer.place };
    if (node.type === "heading") add(runOf(node.children), "heading", state);
    else if (node.type === "paragraph") add(runOf(node.children), "text", state);
    else if (node.type === "grid") addGrid(node.grid, state);
    else if (node.type === "chart") {
      addPieces(node.chart.title, "caption", state);
      addPieces(node.chart.note, "caption", state);
      addGrid(node.chart.grid, state);
    } else if (node.type === "code" || node.type === "table")
      continue; // Quoted or tabled: not prose.
    else if ("children" in node)
      walk(node.children, {
        ...state,
        annex: state.annex || (node.type === "block" && (node.name === "stamp" || node.name === "masthead")),
      });
  }
}

function addGrid(grid: Grid, state: State): void {
  addPieces(grid.caption, "caption", state);
  addPieces(grid.note, "caption", state);
  addPieces(grid.foot, "caption", state);
  for (const row of grid.rows)
    for (const { pieces, place } of row.cells)
      addPieces(pieces, "cell", place === undefined ? { ...state, annex: true } : { ...state, place });
}

function addPieces(pieces: readonly Inline[], where: Where, state: State): void {
  const run: Run = { text: "", numbers: [], place: nowhere };
  const collect = (list: readonly Inline[]): void => {
    for (const piece of list) {
      if (piece.type === "strong") collect(piece.children);
      else
        append(run, piece.type === "datum" ? piece.text : piece.value, piece.type === "datum" ? piece : null);
    }
  };
  collect(pieces);
  add(run, where, state);
}

function runOf(nodes: readonly Nodes[]): Run {
  const run: Run = { text: "", numbers: [], place: nowhere };
  const collect = (list: readonly Nodes[]): void => {
    for (const node of list) {
      if (run.place === nowhere && node.data?.place !== undefined) run.place = node.data.place;
      if (node.type === "datum") append(run, node.datum.text, node.datum);
      else if (node.type === "inlineCode") append(run, "…", null);
      else if (node.type === "break") append(run, "\n", null);
      else if ("value" in node) append(run, node.value, null);
      else if ("children" in node) collect(node.children as Nodes[]);
    }
  };
  collect(nodes);
  return run;
}

function append(run: Run, text: string, datum: Datum | null): void {
  if (datum !== null) run.numbers.push({ datum, start: run.text.length, end: run.text.length + text.length });
  run.text += text;
}

/** Words that open a sentence and are no surname: "of grade B. There is" is two sentences, "J. Smith" is none. */
const opensSentence =
  /^\s+(Of|There|This|It|The|They|That|These|What|Which|How|In|No|None|All|At|If|So|A|An)\b/;

/** Cuts a run into sentences; abbreviations and decimals do not end one. */
function add(read: Run, where: Where, { annex, place: fallback, found }: State): void {
  const run = read.place === nowhere ? { ...read, place: fallback } : read;
  const ends = /[.!?]+["”’)]*(?=\s+[\p{Lu}\d“"(])|[.!?]+["”’)]*$/gu;
  let start = 0;
  const cut = (end: number): void => {
    const text = run.text.slice(start, end);
    const lead = text.length - text.trimStart().length;
    if (text.trim() !== "") {
      const from = start + lead;
      const numbers = run.numbers
        .filter((number) => number.start >= start && number.end <= end)
        .map(({ datum, start: a, end: b }) => ({ datum, start: a - from, end: b - from }));
      const byAuthor =
        /^(notes|limitations|analogies)\//.test(run.place.file) ||
        (run.place.file === "forthright.yaml" && run.place !== nowhere);
      const place = lineBelow(run.place, run.text.slice(0, from).split("\n").length - 1);
      // A line end within a sentence reads as a space; the length stays, and with it where numbers stand.
      found.push({ text: text.trim().replaceAll("\n", " "), place, numbers, where, byAuthor, annex });
    }
    start = end;
  };
  for (const match of run.text.matchAll(ends)) {
    const before = run.text.slice(0, match.index);
    const initial = /\b[A-Z]$/.test(before) && !opensSentence.test(run.text.slice(match.index + 1));
    if (initial || /\b(e\.g|i\.e|etc|vs|approx|No|Dr|Mr|Ms)$/.test(before)) continue;
    cut(match.index + match[0].length);
  }
  cut(run.text.length);
}

/** The place some lines below another; the column is that of the first line only. */
function lineBelow(place: Place, lines: number): Place {
  return lines === 0 || place.line === undefined ? place : { file: place.file, line: place.line + lines };
}
