import { checkConfusion } from "./check-confusion.js";
import type { Confusion } from "./types.js";

/**
 * Negative predictive value on the test set: share of unflagged cases that are actual negatives.
 *
 * It holds at the share of positives of the test set only; npvAtBaseRate moves it to another.
 *
 * @param confusion - counts of decided cases
 * @returns tn / (tn + fn), a fraction in [0, 1]; `null` without unflagged cases
 * @throws RangeError `Unexpected fp -1, expected an integer >= 0`
 * @see Fawcett 2006, Pattern Recognit. Lett. 27:861
 * @example
 * npv({ tp: 8, fn: 2, fp: 1, tn: 9 }) // 0.8182
 */
export function npv(confusion: Confusion): number | null {
  const { tn, passed } = checkConfusion(confusion);
  return passed === 0 ? null : tn / passed;
}
