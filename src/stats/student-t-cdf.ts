import { regularizedBeta } from "./regularized-beta.js";
import { regularizedBetaUpper } from "./regularized-beta-upper.js";

/**
 * Cumulative distribution function of Student's t distribution.
 *
 * @param t - a finite number
 * @param df - degrees of freedom, a finite number above 0, not necessarily an integer
 * @returns the probability of a value at most t, in [0, 1]; accurate in the far lower tail; 0.5 at t = 0
 * @throws RangeError outside the stated ranges
 * @see Abramowitz & Stegun 26.7.1
 * @example
 * studentTCdf(-2.093024054408263, 19) // 0.025
 */
export function studentTCdf(t: number, df: number): number {
  if (!Number.isFinite(t)) throw new RangeError(`Unexpected t ${t}, expected a finite number`);
  if (!(df > 0) || df === Infinity) throw new RangeError(`Unexpected df ${df}, expected 0 < df < Infinity`);

  const tail = lowerTail(t * t, df);
  return t < 0 ? tail : 1 - tail;
}

/** Half the two-sided tail, from whichever of t^2/(df + t^2) and its complement is small and so exact. */
function lowerTail(square: number, df: number): number {
  if (square < df) return regularizedBetaUpper(square / (df + square), 0.5, df / 2) / 2;
  return regularizedBeta(1 / (1 + square / df), df / 2, 0.5) / 2;
}
