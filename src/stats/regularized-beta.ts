import { betaFraction } from "./beta-fraction.js";
import { checkBetaArguments } from "./check-beta-arguments.js";

/**
 * Regularized incomplete beta function I_x(a, b): the probability that a Beta(a, b) variable is at most x.
 *
 * @param x - a fraction in [0, 1]
 * @param a - first shape, a finite number above 0
 * @param b - second shape, a finite number above 0
 * @returns a probability in [0, 1]; exactly 0 at x = 0 and 1 at x = 1. Below the mean a / (a + b) the relative
 *   error is about 1e-13; for a small upper tail use regularizedBetaUpper
 * @throws RangeError outside the stated ranges
 * @see DiDonato & Morris 1992, ACM TOMS 18:360, eq. 9
 * @example
 * regularizedBeta(0.5, 2, 3) // 0.6875
 */
export function regularizedBeta(x: number, a: number, b: number): number {
  checkBetaArguments("x", x, a, b);
  if (x === 0 || x === 1) return x;

  return x <= a / (a + b) ? betaFraction(x, 1 - x, a, b) : 1 - betaFraction(1 - x, x, b, a);
}
