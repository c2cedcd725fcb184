import type { Nodes, Root, RootContent, Table, Text } from "mdast";

import type { Place } from "../errors.js";
import type { Grid } from "../model/grid.js";
import type { Datum, Inline } from "../model/inline.js";
import { wordCount } from "../phrasing/sentence-limit.js";
import type { CheckedSentence, TracedNumber } from "./checked-document.js";
import { inOwnVoice } from "./in-own-voice.js";
import { append, emptyRun, placeIn, type Run } from "./text-run.js";

type Where = CheckedSentence["where"];

interface State {
  readonly annex: boolean;
  /** Innermost region of the layout. */
  readonly block: string;
  /** Place of the nearest node that has one. */
  readonly place: Place;
  /** A text of an author that stands alone, and in no document. */
  readonly alone: boolean;
  /** Language of the text, where the nodes around it name one. */
  readonly lang?: string;
  readonly found: CheckedSentence[];
  /** Paragraphs, headings and cells met so far. */
  readonly paragraphs: { count: number };
}

/** Regions that stand around the page, or folded under it. */
const annexes: ReadonlySet<string> = new Set(["stamp", "masthead", "what-if"]);

const nowhere: Place = { file: "forthright.yaml" };

/**
 * Every sentence of a document, in reading order, with its traced numbers and its place.
 *
 * @param file - where a tree just parsed comes from; nodes of a composed document carry their own places
 */
export function sentencesOf(tree: Root, file?: string): CheckedSentence[] {
  const found: CheckedSentence[] = [];
  const place = file === undefined ? nowhere : { file };
  const alone = file !== undefined;
  walk(tree.children, { annex: false, block: "", place, alone, found, paragraphs: { count: 0 } });
  return found;
}

function walk(nodes: readonly RootContent[], outer: State): void {
  for (const node of nodes) {
    const lang = langOf(node) ?? outer.lang;
    const state = { ...outer, place: placeOf(node, outer.place), ...(lang === undefined ? {} : { lang }) };
    if (node.type === "heading") add(runOf(node.children, state.place), "heading", state);
    else if (node.type === "paragraph") add(runOf(node.children, state.place), "text", state);
    else if (node.type === "grid") addGrid(node.grid, state);
    else if (node.type === "chart") {
      addPieces(node.chart.title, "caption", state);
      addPieces(node.chart.note, "caption", state);
      addGrid(node.chart.grid, state);
    } else if (node.type === "table") addTable(node, state);
    else if (node.type === "code" || isAttributed(node))
      continue; // Quoted: not prose.
    else if ("children" in node)
      walk(node.children, {
        ...state,
        annex: state.annex || (node.type === "block" && annexes.has(node.name)),
        block: node.type === "block" ? node.name : state.block,
      });
  }
}

/** A block quotation whose last line, after a dash, says who is quoted. */
function isAttributed(node: RootContent): boolean {
  const last = node.type === "blockquote" ? node.children.at(-1) : undefined;
  return last !== undefined && /(^|\n)\s*(—|–|--)\s*\S[^\n]*$/.test(runOf([last], nowhere).text);
}

/** The language a node says it is in; that of a heading whose words all are. */
function langOf(node: Nodes): string | undefined {
  if (node.type === "bdi") return node.lang;
  const own: unknown = node.data?.hProperties?.lang;
  if (typeof own === "string") return own;
  const [first] = node.type === "heading" ? node.children : [];
  return first === undefined ? undefined : langOf(first);
}

/** Where a node stands: as noted while the document was composed, else by its own position in the file. */
function placeOf({ data, position }: Nodes, outer: Place): Place {
  if (data?.place !== undefined) return data.place;
  if (position === undefined || outer === nowhere) return outer;
  return { file: outer.file, line: position.start.line, column: position.start.column };
}

/** A table of a note, which stands in the document; that of a text that stands alone has no facts to be held against. */
function addTable(table: Table, state: State): void {
  if (state.alone) return;
  for (const row of table.children)
    for (const cell of row.children) add(runOf(cell.children, placeOf(cell, state.place)), "cell", state);
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
  const run = emptyRun();
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

function runOf(nodes: readonly Nodes[], outer: Place): Run {
  const run = emptyRun();
  const collect = (list: readonly Nodes[]): void => {
    for (const node of list) {
      const place = placeOf(node, outer);
      if (place !== outer && place !== nowhere) {
        const written = node.type === "text" && node.position !== undefined;
        run.pieces.push({ start: run.text.length, place, written, whole: written && isWhole(node) });
      }
      if (node.type === "datum") append(run, node.datum.text, node.datum, writtenOf(node));
      else if (node.type === "textDirective") append(run, "…", unread(node.attributes?.ref ?? ""));
      else if (node.type === "inlineCode" || node.data?.absent === true) append(run, "…", null);
      else if (node.type === "break") append(run, "\n", null);
      else if (node.type === "html")
        continue; // A tag or a comment: no words.
      else if ("value" in node) append(run, node.value, null);
      else if ("children" in node) collect(node.children as Nodes[]);
    }
  };
  collect(nodes);
  return run;
}

function writtenOf({ data }: Nodes): TracedNumber["written"] {
  return data?.place === undefined || data.letters === undefined
    ? undefined
    : { letters: data.letters, place: data.place };
}

/** True where the file holds the letters of a text as they are: no entity, no escape, no mark of a quote between lines. */
function isWhole({ value, position }: Text): boolean {
  const { start, end } = position ?? {};
  return (
    start?.offset !== undefined && end?.offset !== undefined && end.offset - start.offset === value.length
  );
}

/** A number a directive will print, in a text that is read before its facts are. */
function unread(ref: string): Datum {
  return { type: "datum", ref, part: "value", value: Number.NaN, text: "…" };
}

/**
 * Letters of a sentence that rules read. A longer one is no prose: its words are counted, which is error enough, and
 * no pattern is run over a hundred thousand letters that somebody wrote to hold us up.
 */
const longestRead = 5_000;
/** Letters read before and behind a full stop: the longest abbreviation, and the longest opening word with spaces. */
const longestShort = 8;
const longestOpening = 40;
const germanMonth =
  /^[\s\u00A0]+(Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)/;
/** Words that open a sentence and are no surname: "of grade B. There is" is two sentences, "J. Smith" is none. */
const opensSentence =
  /^\s+(Of|There|This|It|The|They|That|These|What|Which|How|In|No|None|All|At|If|So|A|An|Es|Sie|Das|Die|Der|Von|Bei|Im|Ohne|Wer|Wie|Insgesamt)\b/;

/** Cuts a run into sentences; abbreviations and decimals do not end one. */
function add(run: Run, where: Where, state: State): void {
  const { annex, block, found, paragraphs, lang } = state;
  const paragraph = paragraphs.count++;
  const placeAt = (offset: number): Place => placeIn(run, offset, state.place);
  // Begun at the first of several marks alone: a line of a thousand dots is read once.
  const ends = /(?<![.!?])[.!?]+["”’)]*(?:(?=\s+[\p{Lu}\d“"(…†‡])|$)/gu;
  let start = 0;
  let passed = 0;
  const cut = (end: number): void => {
    const text = run.text.slice(start, end);
    const lead = text.length - text.trimStart().length;
    if (text.trim() !== "") {
      const from = start + lead;
      const first = passed;
      while ((run.numbers[passed]?.end ?? Infinity) <= end) passed += 1;
      const numbers = run.numbers
        .slice(first, passed)
        .map((number) => ({ ...number, start: number.start - from, end: number.end - from }));
      const place = placeAt(from);
      const byAuthor =
        state.alone ||
        /^(notes|limitations|analogies)\//.test(place.file) ||
        (place.file === "forthright.yaml" && place !== nowhere);
      // A line end within a sentence reads as a space; the length stays, and with it where numbers stand.
      const line = text.trim().replaceAll("\n", " ");
      const read = line.slice(0, longestRead);
      let own: string | null = null;
      let words: number | null = null;
      found.push({
        text: read,
        get own() {
          return (own ??= inOwnVoice(read));
        },
        get words() {
          return (words ??= wordCount(line));
        },
        place,
        placeAt: (offset) => placeAt(from + offset),
        numbers,
        where,
        paragraph,
        block,
        byAuthor,
        annex,
        ...(lang === undefined ? {} : { lang }),
      });
    }
    start = end;
  };
  for (const match of run.text.matchAll(ends)) {
    const before = run.text.slice(Math.max(0, match.index - longestShort), match.index);
    const after = run.text.slice(match.index + 1, match.index + 1 + longestOpening);
    const initial = /\b[A-Z]$/.test(before) && !opensSentence.test(after);
    // "am 1. Dezember" goes on.
    if (/(^|[\s\u00A0])\d{1,2}$/.test(before) && germanMonth.test(after)) continue;
    if (initial || /\b(e\.g|i\.e|etc|vs|approx|No|Dr|Mr|Ms|z\. ?B|d\. ?h|ca|bzw|Nr)$/.test(before)) continue;
    cut(match.index + match[0].length);
  }
  cut(run.text.length);
}
