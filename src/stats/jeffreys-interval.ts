import { checkLevel } from "./check-level.js";
import { checkProportion } from "./check-proportion.js";
import { inverseRegularizedBeta } from "./inverse-regularized-beta.js";
import type { Bounds } from "./types.js";

/**
 * Jeffreys equal-tailed interval of a proportion: the middle of a Beta(x + 1/2, n - x + 1/2) posterior.
 *
 * @param x - cases that have the property, a count
 * @param n - cases looked at, a count
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns bounds in [0, 1]; by convention the low is exactly 0 at x = 0 and the high exactly 1 at x = n;
 *   `null` for n = 0
 * @throws RangeError `Unexpected x 5 of n 3, expected 0 <= x <= n`
 * @see Brown, Cai & DasGupta 2001, Stat. Sci. 16:101
 * @example
 * jeffreysInterval(0, 20) // { low: 0, high: 0.1166 }
 */
export function jeffreysInterval(x: number, n: number, level = 0.95): Bounds | null {
  const share = checkProportion(x, n);
  const tail = (1 - checkLevel(level)) / 2;
  if (share === null) return null;

  return {
    low: x === 0 ? 0 : inverseRegularizedBeta(tail, x + 0.5, n - x + 0.5),
    high: x === n ? 1 : inverseRegularizedBeta(1 - tail, x + 0.5, n - x + 0.5),
  };
}
