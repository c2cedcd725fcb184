import { checkShare } from "./check-share.js";

/**
 * Fairness discrepancy rate: one minus the largest gaps between groups' error rates.
 *
 * The gaps are absolute, so it is near 1 whenever rates are small: 0.989 beside a ninefold difference. No headline.
 *
 * @param fmr - false match rate per group at one threshold, fractions in [0, 1]
 * @param fnmr - false non-match rate per group at the same threshold, fractions in [0, 1]
 * @param alpha - weight of false matches, a fraction in [0, 1]; defaults to 0.5
 * @returns 1 - (alpha (max - min FMR) + (1 - alpha) (max - min FNMR)), in [0, 1], higher is more even; `null` with
 *   fewer than two groups of either
 * @throws RangeError `Unexpected alpha 2, expected 0 <= alpha <= 1`
 * @see de Freitas Pereira & Marcel 2022, IEEE T-BIOM 4:19
 * @example
 * fairnessDiscrepancyRate([0.0001, 0.00012, 0.0004, 0.0009], [0.01, 0.012, 0.009, 0.03]) // 0.9891
 */
export function fairnessDiscrepancyRate(
  fmr: readonly number[],
  fnmr: readonly number[],
  alpha = 0.5,
): number | null {
  checkShare("alpha", alpha);
  for (const rate of [...fmr, ...fnmr]) checkShare("rate", rate);
  if (fmr.length < 2 || fnmr.length < 2) return null;

  const gap = (rates: readonly number[]): number => Math.max(...rates) - Math.min(...rates);
  return 1 - (alpha * gap(fmr) + (1 - alpha) * gap(fnmr));
}
