import { checkGammaArguments } from "./check-gamma-arguments.js";
import { lowerGammaSeries } from "./lower-gamma-series.js";
import { upperGammaFraction } from "./upper-gamma-fraction.js";

/**
 * Regularized upper incomplete gamma function Q(a, x) = 1 - P(a, x), accurate in its far tail.
 *
 * @param a - shape, a finite number above 0
 * @param x - a finite number >= 0
 * @returns a probability in [0, 1]; 1 at x = 0
 * @throws RangeError outside the stated ranges
 * @see Abramowitz & Stegun 6.5.29 and 6.5.31
 * @example
 * regularizedGammaUpper(2, 1) // 0.735758882343
 */
export function regularizedGammaUpper(a: number, x: number): number {
  checkGammaArguments(a, x);
  if (x === 0) return 1;

  return x < a + 1 ? 1 - lowerGammaSeries(a, x) : upperGammaFraction(a, x);
}
