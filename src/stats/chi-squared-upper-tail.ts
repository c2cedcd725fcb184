import { regularizedGammaUpper } from "./regularized-gamma-upper.js";

/**
 * Upper tail of the chi-squared distribution: the p-value of a chi-squared statistic.
 *
 * @param x - the statistic, a finite number >= 0
 * @param df - degrees of freedom, a finite number above 0
 * @returns the probability of a value above x, in [0, 1]; 1 at x = 0
 * @throws RangeError outside the stated ranges
 * @see Abramowitz & Stegun 26.4.19
 * @example
 * chiSquaredUpperTail(3.841458820694124, 1) // 0.05
 */
export function chiSquaredUpperTail(x: number, df: number): number {
  return regularizedGammaUpper(df / 2, x / 2);
}
