import { compensatedSum } from "./compensated-sum.js";
import { kolmogorovUpperTail } from "./kolmogorov-upper-tail.js";

/** Largest excursion of the summed residuals, and how unusual it is for a constant mean. */
export interface OlsCusum {
  readonly statistic: number;
  /** Number of values up to the largest excursion. */
  readonly at: number;
  readonly p: number;
}

/**
 * OLS-based CUSUM test of whether the mean of a series stays the same.
 *
 * @param values - the series in order of time, finite numbers
 * @returns the largest |sum of residuals| over sd * sqrt(n), where it is, and the p-value of its limit (a Brownian
 *   bridge; small samples make it a little too large). `null` below 2 values or for a constant series
 * @see Ploberger & Kraemer 1992, Econometrica 60:271; for independent errors
 * @example
 * olsCusum([1, 2, 1, 2, 3, 4, 3, 4]) // { statistic: 1.18322, at: 4, p: 0.12159 }
 */
export function olsCusum(values: readonly number[]): OlsCusum | null {
  const n = values.length;
  const mean = compensatedSum(values) / n;
  const squares = compensatedSum(values, (value) => (value - mean) ** 2);
  if (n < 2 || !(squares > 1e-24 * n * mean * mean)) return null;

  let sum = 0;
  let largest = 0;
  let at = 0;
  for (const [t, value] of values.entries()) {
    sum += value - mean;
    if (Math.abs(sum) > largest) {
      largest = Math.abs(sum);
      at = t + 1;
    }
  }
  const statistic = largest / Math.sqrt((squares / (n - 1)) * n);
  return { statistic, at, p: kolmogorovUpperTail(statistic) };
}
