import { checkShare } from "./check-share.js";
import { giniCoefficient } from "./gini-coefficient.js";

/**
 * Gini aggregation rate for biometric equitability: how unevenly both kinds of error fall on groups.
 *
 * @param fmr - false match rate per group at one threshold, fractions in [0, 1]
 * @param fnmr - false non-match rate per group at the same threshold, fractions in [0, 1]
 * @param alpha - weight of false matches, a fraction in [0, 1]; defaults to 0.5
 * @returns alpha Gini(FMR) + (1 - alpha) Gini(FNMR), in [0, 1], lower is more even; `null` where either Gini does not
 *   exist
 * @throws RangeError `Unexpected alpha 2, expected 0 <= alpha <= 1`
 * @see Howard et al. 2022, arXiv 2203.05051
 * @example
 * garbe([0.0001, 0.00012, 0.0004, 0.0009], [0.01, 0.012, 0.009, 0.03]) // 0.4714552775
 */
export function garbe(fmr: readonly number[], fnmr: readonly number[], alpha = 0.5): number | null {
  checkShare("alpha", alpha);
  const matches = giniCoefficient(fmr);
  const nonMatches = giniCoefficient(fnmr);
  return matches === null || nonMatches === null ? null : alpha * matches + (1 - alpha) * nonMatches;
}
