import { checkLevel } from "./check-level.js";
import { checkProportion } from "./check-proportion.js";
import { inverseRegularizedBeta } from "./inverse-regularized-beta.js";

/**
 * One-sided exact upper bound of a proportion: the largest true share that x of n does not contradict.
 *
 * @param x - cases that have the property, a count
 * @param n - cases looked at, a count
 * @param confidence - one-sided confidence, a fraction in (0, 1); defaults to 0.95
 * @returns a fraction in [0, 1]; exactly 1 at x = n; `null` for n = 0
 * @throws RangeError `Unexpected x 5 of n 3, expected 0 <= x <= n`
 * @see Clopper & Pearson 1934, Biometrika 26:404, one side
 * @example
 * exactUpperBound(0, 3000) // 0.000998
 */
export function exactUpperBound(x: number, n: number, confidence = 0.95): number | null {
  const share = checkProportion(x, n);
  checkLevel(confidence, "confidence");
  if (share === null) return null;

  return x === n ? 1 : inverseRegularizedBeta(confidence, x + 1, n - x);
}
