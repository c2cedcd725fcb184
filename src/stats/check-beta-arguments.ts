import { checkShare } from "./check-share.js";

/**
 * Throws unless x and the two shapes are arguments of an incomplete beta function.
 *
 * @param name - what the caller calls the first argument, for the message
 * @param x - a fraction in [0, 1]
 * @param a - first shape, a finite number above 0
 * @param b - second shape, a finite number above 0
 * @throws RangeError `Unexpected shapes 0 and 3, expected finite numbers > 0`
 * @example
 * checkBetaArguments("x", 0.5, 2, 3) // undefined
 */
export function checkBetaArguments(name: string, x: number, a: number, b: number): void {
  checkShare(name, x);
  if (a > 0 && b > 0 && Number.isFinite(a + b)) return;
  throw new RangeError(`Unexpected shapes ${a} and ${b}, expected finite numbers > 0`);
}
