import { checkConfusion } from "./check-confusion.js";
import type { Confusion } from "./types.js";

/**
 * Accuracy: share of all cases decided rightly, at the share of positives of the test set.
 *
 * @param confusion - counts of decided cases
 * @returns (tp + tn) / n, a fraction in [0, 1]; `null` without cases
 * @throws RangeError `Unexpected fp -1, expected an integer >= 0`
 * @see Fawcett 2006, Pattern Recognit. Lett. 27:861
 * @example
 * accuracy({ tp: 8, fn: 2, fp: 1, tn: 9 }) // 0.85
 */
export function accuracy(confusion: Confusion): number | null {
  const { tp, tn, n } = checkConfusion(confusion);
  return n === 0 ? null : (tp + tn) / n;
}
