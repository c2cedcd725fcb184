import { normalUpperTail } from "./normal-upper-tail.js";

/**
 * Cumulative distribution function of the standard normal distribution.
 *
 * @param z - a number of standard deviations; infinities are allowed
 * @returns the probability of a value at most z, in [0, 1]; accurate in the far lower tail
 * @throws RangeError for NaN
 * @see normalUpperTail for the sources
 * @example
 * normalCdf(-1) // 0.158655253931457
 */
export function normalCdf(z: number): number {
  return normalUpperTail(-z);
}
