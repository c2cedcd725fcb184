import { checkConfusion } from "./check-confusion.js";
import type { Confusion } from "./types.js";

/**
 * Precision (positive predictive value on the test set): share of flagged cases that are actual positives.
 *
 * It holds at the share of positives of the test set only; ppvAtBaseRate moves it to another.
 *
 * @param confusion - counts of decided cases
 * @returns tp / (tp + fp), a fraction in [0, 1]; `null` without flagged cases
 * @throws RangeError `Unexpected fp -1, expected an integer >= 0`
 * @see Fawcett 2006, Pattern Recognit. Lett. 27:861
 * @example
 * precision({ tp: 8, fn: 2, fp: 1, tn: 9 }) // 0.8889
 */
export function precision(confusion: Confusion): number | null {
  const { tp, flagged } = checkConfusion(confusion);
  return flagged === 0 ? null : tp / flagged;
}
