import { checkLevel } from "./check-level.js";
import { compensatedSum } from "./compensated-sum.js";
import { studentTQuantile } from "./student-t-quantile.js";
import type { Bounds } from "./types.js";

/** Difference of two means with its interval, or the reason why there is none. */
export interface MeanDifference {
  readonly value: number;
  readonly interval: Bounds | null;
  readonly reason?: "too-few-values" | "no-variation";
}

/**
 * Difference of the means of two stretches of a series, with Welch's interval.
 *
 * @param before - values before, independent of each other
 * @param after - values after
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns mean(after) - mean(before) in the unit of the values. No interval below 2 values a side or where neither
 *   side varies. `null` where a side has no values
 * @throws RangeError `Unexpected level 1, expected 0 < level < 1`
 * @see Welch 1947, Biometrika 34:28
 * @example
 * welchDifference([1, 2, 3, 4], [5, 7, 9]) // { value: 4.5, interval: { low: 0.457672, high: 8.542328 } }
 */
export function welchDifference(
  before: readonly number[],
  after: readonly number[],
  level = 0.95,
): MeanDifference | null {
  checkLevel(level);
  if (before.length === 0 || after.length === 0) return null;

  const a = meanWithError(before);
  const b = meanWithError(after);
  const value = b.mean - a.mean;
  if (before.length < 2 || after.length < 2) return { value, interval: null, reason: "too-few-values" };
  if (a.squared + b.squared === 0) return { value, interval: null, reason: "no-variation" };

  const df =
    (a.squared + b.squared) ** 2 /
    (a.squared ** 2 / (before.length - 1) + b.squared ** 2 / (after.length - 1));
  const half = studentTQuantile((1 + level) / 2, df) * Math.sqrt(a.squared + b.squared);
  return { value, interval: { low: value - half, high: value + half } };
}

/** The mean with its squared standard error. */
function meanWithError(values: readonly number[]): { readonly mean: number; readonly squared: number } {
  const mean = compensatedSum(values) / values.length;
  const squares = compensatedSum(values, (value) => (value - mean) ** 2);
  return { mean, squared: squares / (values.length - 1) / values.length };
}
