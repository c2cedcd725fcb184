import { checkGammaArguments } from "./check-gamma-arguments.js";
import { lowerGammaSeries } from "./lower-gamma-series.js";
import { upperGammaFraction } from "./upper-gamma-fraction.js";

/**
 * Regularized lower incomplete gamma function P(a, x): the probability that a Gamma(a) variable is at most x.
 *
 * @param a - shape, a finite number above 0
 * @param x - a finite number >= 0
 * @returns a probability in [0, 1]; 0 at x = 0. Where it is near 1, regularizedGammaUpper keeps the digits
 * @throws RangeError outside the stated ranges
 * @see Abramowitz & Stegun 6.5.29 and 6.5.31
 * @example
 * regularizedGamma(2, 1) // 0.264241117657
 */
export function regularizedGamma(a: number, x: number): number {
  checkGammaArguments(a, x);
  if (x === 0) return 0;

  return x < a + 1 ? lowerGammaSeries(a, x) : 1 - upperGammaFraction(a, x);
}
