import { checkConfusion } from "./check-confusion.js";
import type { Confusion } from "./types.js";

/**
 * Cohen's kappa: agreement of decision and truth beyond what their margins give by chance.
 *
 * @param confusion - counts of decided cases
 * @returns a number in [-1, 1], 0 at chance; `null` without cases and where chance alone gives full agreement
 * @throws RangeError `Unexpected fp -1, expected an integer >= 0`
 * @see Cohen 1960, Educ. Psychol. Meas. 20:37
 * @example
 * cohenKappa({ tp: 20, fn: 5, fp: 10, tn: 15 }) // 0.4
 */
export function cohenKappa(confusion: Confusion): number | null {
  const { tp, tn, positives, negatives, flagged, passed, n } = checkConfusion(confusion);
  const chance = positives * flagged + negatives * passed;
  if (n === 0 || chance === n * n) return null;

  return ((tp + tn) * n - chance) / (n * n - chance);
}
