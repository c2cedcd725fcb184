import { checkConfusion } from "./check-confusion.js";
import type { Confusion } from "./types.js";

/**
 * False alarm share (false positive rate): share of actual negatives that were flagged.
 *
 * @param confusion - counts of decided cases
 * @returns fp / (fp + tn), a fraction in [0, 1]; `null` without actual negatives
 * @throws RangeError `Unexpected fp -1, expected an integer >= 0`
 * @see Fawcett 2006, Pattern Recognit. Lett. 27:861
 * @example
 * falseAlarmShare({ tp: 8, fn: 2, fp: 1, tn: 9 }) // 0.1
 */
export function falseAlarmShare(confusion: Confusion): number | null {
  const { fp, negatives } = checkConfusion(confusion);
  return negatives === 0 ? null : fp / negatives;
}
