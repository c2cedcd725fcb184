import { checkShare } from "./check-share.js";

/**
 * Inequity rate: the worst-to-best ratios of both kinds of error, combined as a weighted geometric mean.
 *
 * @param fmr - false match rate per group at one threshold, fractions in [0, 1]
 * @param fnmr - false non-match rate per group at the same threshold, fractions in [0, 1]
 * @param alpha - weight of false matches, a fraction in [0, 1]; defaults to 0.5
 * @returns (max / min FMR)^alpha (max / min FNMR)^(1 - alpha), >= 1; `null` with fewer than two groups of either or
 *   where a rate is 0
 * @throws RangeError `Unexpected alpha 2, expected 0 <= alpha <= 1`
 * @see Grother, NIST, as quoted by Howard et al. 2022, arXiv 2203.05051
 * @example
 * inequityRate([0.0001, 0.00012, 0.0004, 0.0009], [0.01, 0.012, 0.009, 0.03]) // 5.477225575
 */
export function inequityRate(fmr: readonly number[], fnmr: readonly number[], alpha = 0.5): number | null {
  checkShare("alpha", alpha);
  for (const rate of [...fmr, ...fnmr]) checkShare("rate", rate);
  if (fmr.length < 2 || fnmr.length < 2 || [...fmr, ...fnmr].includes(0)) return null;

  const ratio = (rates: readonly number[]): number => Math.max(...rates) / Math.min(...rates);
  return ratio(fmr) ** alpha * ratio(fnmr) ** (1 - alpha);
}
