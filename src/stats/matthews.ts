import { checkConfusion } from "./check-confusion.js";
import type { Confusion } from "./types.js";

/**
 * Matthews correlation coefficient between decision and truth.
 *
 * @param confusion - counts of decided cases
 * @returns a number in [-1, 1]; 0, by convention, where a margin is 0 (one class, or one decision for all);
 *   `null` without cases
 * @throws RangeError `Unexpected fp -1, expected an integer >= 0`
 * @see Matthews 1975, Biochim. Biophys. Acta 405:442
 * @example
 * matthews({ tp: 8, fn: 2, fp: 1, tn: 9 }) // 0.7035
 */
export function matthews(confusion: Confusion): number | null {
  const { tp, fn, fp, tn, positives, negatives, flagged, passed, n } = checkConfusion(confusion);
  if (n === 0) return null;
  if (positives === 0 || negatives === 0 || flagged === 0 || passed === 0) return 0;

  // Two roots, since the product of four margins of 1e7 cases would lose digits.
  return (tp * tn - fp * fn) / (Math.sqrt(positives * negatives) * Math.sqrt(flagged * passed));
}
