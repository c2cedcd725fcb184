import { checkConfusion } from "./check-confusion.js";
import type { Confusion } from "./types.js";

/**
 * Recall (sensitivity, true positive rate): share of actual positives that were flagged.
 *
 * @param confusion - counts of decided cases
 * @returns tp / (tp + fn), a fraction in [0, 1]; `null` without actual positives
 * @throws RangeError `Unexpected fp -1, expected an integer >= 0`
 * @see Fawcett 2006, Pattern Recognit. Lett. 27:861
 * @example
 * recall({ tp: 8, fn: 2, fp: 1, tn: 9 }) // 0.8
 */
export function recall(confusion: Confusion): number | null {
  const { tp, positives } = checkConfusion(confusion);
  return positives === 0 ? null : tp / positives;
}
