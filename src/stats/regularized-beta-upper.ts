import { betaFraction } from "./beta-fraction.js";
import { checkBetaArguments } from "./check-beta-arguments.js";

/**
 * Upper tail 1 - I_x(a, b) of the Beta(a, b) distribution: the probability of a value above x.
 *
 * @param x - a fraction in [0, 1]
 * @param a - first shape, a finite number above 0
 * @param b - second shape, a finite number above 0
 * @returns a probability in [0, 1]; exactly 1 at x = 0 and 0 at x = 1. Above the mean a / (a + b) the relative
 *   error is about 1e-13, also for x near 0, where 1 - x would round
 * @throws RangeError outside the stated ranges
 * @see DiDonato & Morris 1992, ACM TOMS 18:360, eq. 9
 * @example
 * regularizedBetaUpper(0.5, 2, 3) // 0.3125
 */
export function regularizedBetaUpper(x: number, a: number, b: number): number {
  checkBetaArguments("x", x, a, b);
  if (x === 0 || x === 1) return 1 - x;

  return x <= a / (a + b) ? 1 - betaFraction(x, 1 - x, a, b) : betaFraction(1 - x, x, b, a);
}
