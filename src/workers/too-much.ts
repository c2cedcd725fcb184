import { deepestNesting, nesting } from "./nesting.js";

/** Most marks of emphasis in one paragraph: each may close any before it, so that they are tried in pairs. */
export const mostMarks = 4_000;

/**
 * Why a text is not parsed; null for one that is.
 *
 * The bounds are on what is written, so that a text is read everywhere or nowhere. A limit by the clock would leave
 * out on a busy machine what a quick one prints.
 */
export function tooMuch(text: string): string | null {
  if (nesting(text) > deepestNesting) return `it nests deeper than ${deepestNesting} levels`;
  if (marks(text) > mostMarks) return `a paragraph of it has more than ${mostMarks} marks of emphasis`;
  return null;
}

/** Runs of `*`, `~` and of `_` that is not inside a word, in the paragraph that has most of them. */
function marks(text: string): number {
  const counts = text.split(/\n[ \t]*\n/).map((paragraph) => paragraph.match(mark)?.length ?? 0);
  return counts.reduce((most, count) => Math.max(most, count), 0);
}

const mark = /[*~]+|(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu;
