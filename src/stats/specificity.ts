import { checkConfusion } from "./check-confusion.js";
import type { Confusion } from "./types.js";

/**
 * Specificity (true negative rate): share of actual negatives that were not flagged.
 *
 * @param confusion - counts of decided cases
 * @returns tn / (tn + fp), a fraction in [0, 1]; `null` without actual negatives
 * @throws RangeError `Unexpected fp -1, expected an integer >= 0`
 * @see Fawcett 2006, Pattern Recognit. Lett. 27:861
 * @example
 * specificity({ tp: 8, fn: 2, fp: 1, tn: 9 }) // 0.9
 */
export function specificity(confusion: Confusion): number | null {
  const { tn, negatives } = checkConfusion(confusion);
  return negatives === 0 ? null : tn / negatives;
}
