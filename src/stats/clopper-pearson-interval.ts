import { checkLevel } from "./check-level.js";
import { checkProportion } from "./check-proportion.js";
import { inverseRegularizedBeta } from "./inverse-regularized-beta.js";
import type { Bounds } from "./types.js";

/**
 * Exact (Clopper-Pearson) interval of a proportion: conservative, for safety claims.
 *
 * @param x - cases that have the property, a count
 * @param n - cases looked at, a count
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns bounds in [0, 1], the low exactly 0 at x = 0 and the high exactly 1 at x = n; `null` for n = 0
 * @throws RangeError `Unexpected x 5 of n 3, expected 0 <= x <= n`
 * @see Clopper & Pearson 1934, Biometrika 26:404
 * @example
 * clopperPearsonInterval(1, 29) // { low: 0.0009, high: 0.1776 }
 */
export function clopperPearsonInterval(x: number, n: number, level = 0.95): Bounds | null {
  const share = checkProportion(x, n);
  const tail = (1 - checkLevel(level)) / 2;
  if (share === null) return null;

  return {
    low: x === 0 ? 0 : inverseRegularizedBeta(tail, x, n - x + 1),
    high: x === n ? 1 : inverseRegularizedBeta(1 - tail, x + 1, n - x),
  };
}
