import { checkLevel } from "./check-level.js";
import { inverseRegularizedBeta } from "./inverse-regularized-beta.js";
import type { Bounds } from "./types.js";

/**
 * Exact bounds of a rate from counts that may be effective ones, i.e. divided by a design effect.
 *
 * @param x - cases that have the property, a finite number >= 0
 * @param n - cases looked at, a finite number of at least x, above 0
 * @param confidence - one-sided confidence of each bound, a fraction in (0, 1)
 * @returns bounds in [0, 1], the low exactly 0 at x = 0 and the high exactly 1 at x = n; both hold together with
 *   confidence 2 confidence - 1 at least. For integers they are exactLowerBound and exactUpperBound
 * @throws RangeError for a confidence outside (0, 1)
 * @see Clopper & Pearson 1934, Biometrika 26:404; for effective counts Korn & Graubard 1998, Surv. Methodol. 24:193
 * @example
 * exactRateBox(0, 3000, 0.95) // { low: 0, high: 0.000998 }
 */
export function exactRateBox(x: number, n: number, confidence: number): Bounds {
  checkLevel(confidence, "confidence");
  return {
    low: x === 0 ? 0 : inverseRegularizedBeta(1 - confidence, x, n - x + 1),
    high: x === n ? 1 : inverseRegularizedBeta(confidence, x + 1, n - x),
  };
}
