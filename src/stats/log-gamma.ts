import { stirlingError } from "./stirling-error.js";

/**
 * Natural logarithm of the Gamma function.
 *
 * @param x - a finite number above 0
 * @returns ln Gamma(x); exactly 0 at 1 and 2; relative error about 1e-15 away from these two zeros
 * @throws RangeError outside the stated range
 * @see Abramowitz & Stegun 6.1.15 (recurrence), 6.1.41 (Stirling series)
 * @example
 * logGamma(0.5) // 0.5723649429247
 */
export function logGamma(x: number): number {
  if (!(x > 0) || x === Infinity) throw new RangeError(`Unexpected x ${x}, expected 0 < x < Infinity`);
  if (x === 1 || x === 2) return 0;

  let product = 1;
  let shifted = x;
  while (shifted < 10) {
    product *= shifted;
    shifted += 1;
  }
  const stirling = (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI;
  return stirling + stirlingError(shifted) - Math.log(product);
}

const HALF_LOG_TWO_PI = 0.9189385332046727;
