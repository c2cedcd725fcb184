import type { CheckedSentence, TracedNumber } from "./checked-document.js";

/**
 * The letters that the directives of one rate printed: "83 of 100" for its number and total.
 *
 * @returns offsets in the sentence
 */
export function directiveSpan(
  { text, numbers }: CheckedSentence,
  number: TracedNumber,
): { readonly start: number; readonly end: number } {
  const next = numbers.find(({ start }) => start > number.start);
  const total =
    next !== undefined &&
    next.datum.ref === number.datum.ref &&
    /^ (of|von) $/.test(text.slice(number.end, next.start));
  return { start: number.start, end: total ? next.end : number.end };
}
