import { parse } from "yaml";

import type { Fix, Message } from "../errors.js";

/** A mend that was made, or the message whose mend was not. */
export interface Mended {
  readonly text: string;
  readonly made: readonly Message[];
  /** Their letters were not found, or not so that they may be replaced without harm. */
  readonly left: readonly Message[];
}

/** Offsets of the letters to replace. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Letters beside a place that must agree where nothing is replaced but something put in. */
const neighbours = 8;

/**
 * Makes the mends of messages in a text, the last one first. Of two that overlap the later stays for the next round.
 *
 * A mend is made only where the text holds exactly the letters it was thought out for. In YAML, where a text may be
 * written in several forms, nothing but the one sentence may come out changed.
 *
 * @param yaml - true for a file that is YAML as a whole
 */
export function mendText(text: string, messages: readonly Message[], yaml: boolean): Mended {
  const lineStarts = lineStartsOf(text);
  const found = messages.flatMap((message) => {
    const span = message.fix === undefined ? null : spanOf(text, lineStarts, message.fix);
    return span === null ? [] : [{ message, ...span }];
  });
  const made: Message[] = [];
  let mended = text;
  let begins = Infinity;
  for (const { message, from, to } of found.sort((a, b) => b.from - a.from)) {
    if (message.fix === undefined || to > begins) continue;
    const next = mended.slice(0, from) + message.fix.text + mended.slice(to);
    if (!isSafe(mended, next, message.fix, from, yaml)) continue;
    mended = next;
    begins = from;
    made.unshift(message);
  }
  return { text: mended, made, left: messages.filter((message) => !made.includes(message)) };
}

/** Where a mend replaces letters of a text, as lines and columns from 1; null where it may not be made. */
export function mendedRegion(
  text: string,
  fix: Fix,
  yaml: boolean,
): { start: LineColumn; end: LineColumn } | null {
  const lineStarts = lineStartsOf(text);
  const span = spanOf(text, lineStarts, fix);
  if (span === null) return null;
  const next = text.slice(0, span.from) + fix.text + text.slice(span.to);
  if (!isSafe(text, next, fix, span.from, yaml)) return null;
  const placeOf = (offset: number): LineColumn => {
    const line = lineStarts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1 };
  };
  return { start: placeOf(span.from), end: placeOf(span.to) };
}

export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

function lineStartsOf(text: string): number[] {
  // A byte order mark is no letter of the first line.
  const starts = [text.startsWith("\uFEFF") ? 1 : 0];
  for (const end of text.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length);
  return starts;
}

/** Where the letters of a mend stand: at their place, else where their sentence stands, if it stands there once. */
function spanOf(text: string, lineStarts: readonly number[], fix: Fix): Span | null {
  const { line, column } = fix.start;
  if (line !== undefined && column !== undefined) {
    const from = (lineStarts[line - 1] ?? text.length) + column - 1;
    const to = from + fix.was.length;
    if (sameLetters(text.slice(from, to), fix.was) && (fix.was !== "" || agrees(text, from, fix)))
      return { from, to };
  }
  const at = text.indexOf(fix.sentence);
  if (at < 0 || text.indexOf(fix.sentence, at + 1) >= 0) return null;
  const from = at + fix.offset;
  return { from, to: from + fix.was.length };
}

/** A line end within a sentence is read as a space. */
function sameLetters(written: string, read: string): boolean {
  return written.replaceAll("\n", " ") === read;
}

/** Nothing stands between the letters on one side of a place and those that were read there. */
function agrees(text: string, at: number, { sentence, offset }: Fix): boolean {
  const before = sentence.slice(Math.max(0, offset - neighbours), offset);
  const after = sentence.slice(offset, offset + neighbours);
  const isBefore = before !== "" && sameLetters(text.slice(at - before.length, at), before);
  const isAfter = after !== "" && sameLetters(text.slice(at, at + after.length), after);
  return isBefore || isAfter;
}

function isSafe(before: string, after: string, fix: Fix, from: number, yaml: boolean): boolean {
  const head = yaml ? before.length : frontMatterEnd(before);
  if (from >= head) return true;
  try {
    const grown = head + after.length - before.length;
    const old = parse(before.slice(0, head)) as unknown;
    return changes(old, parse(after.slice(0, grown)) as unknown, fix) === 1;
  } catch {
    return false;
  }
}

/** Offset behind the YAML head of a Markdown file; 0 without one. */
function frontMatterEnd(text: string): number {
  return /^\uFEFF?---[ \t]*\r?\n[\s\S]*?\r?\n(?=---[ \t]*(?:\r?\n|$))/.exec(text)?.[0].length ?? 0;
}

/** How many strings differ in the mended sentence alone; not a number where anything else differs. */
function changes(old: unknown, mended: unknown, fix: Fix): number {
  if (old === mended) return 0;
  if (typeof old === "string") {
    const { sentence, offset, was, text } = fix;
    const right = sentence.slice(0, offset) + text + sentence.slice(offset + was.length);
    return old.replace(sentence, () => right) === mended ? 1 : NaN;
  }
  if (typeof old !== "object" || typeof mended !== "object" || old === null || mended === null) return NaN;
  const [a, b] = [Object.entries(old), new Map(Object.entries(mended))];
  if (a.length !== b.size || a.some(([key]) => !b.has(key))) return NaN;
  return a.reduce((sum, [key, value]) => sum + changes(value, b.get(key), fix), 0);
}
