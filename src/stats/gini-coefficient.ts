import { checkShare } from "./check-share.js";

/**
 * Gini coefficient of several groups' error rates, with the correction for few groups.
 *
 * @param rates - one rate per group at the same threshold, fractions in [0, 1]
 * @returns n / (n - 1) times sum_ij |x_i - x_j| / (2 n^2 mean), in [0, 1]: 0 for equal rates, 1 where one group bears
 *   all errors; `null` with fewer than two groups or without any error. Rates from few errors bias it upward
 * @throws RangeError `Unexpected rate 1.2, expected 0 <= rate <= 1`
 * @see Howard et al. 2022, arXiv 2203.05051
 * @example
 * giniCoefficient([0.01, 0.012, 0.009, 0.03]) // 0.355191257
 */
export function giniCoefficient(rates: readonly number[]): number | null {
  const n = rates.length;
  let sum = 0;
  for (const rate of rates) sum += checkShare("rate", rate);
  if (n < 2 || sum === 0) return null;

  // Sorted, sum_ij |x_i - x_j| is 2 sum_i (2 i - n + 1) x_i.
  const differences = rates
    .toSorted((a, b) => a - b)
    .reduce((total, rate, i) => total + 2 * (2 * i - n + 1) * rate, 0);
  return Math.max(0, differences / (2 * (n - 1) * sum));
}
