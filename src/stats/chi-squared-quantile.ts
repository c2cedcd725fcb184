import { chiSquaredUpperTail } from "./chi-squared-upper-tail.js";

/**
 * Quantile of the chi-squared distribution: the value below which a share p of it lies.
 *
 * @param p - a probability in (0, 1)
 * @param df - degrees of freedom, a finite number above 0
 * @returns the quantile, > 0, to about 1e-12 relative
 * @throws RangeError `Unexpected p 1, expected 0 < p < 1`
 * @see Abramowitz & Stegun 26.4, inverted by bisection
 * @example
 * chiSquaredQuantile(0.95, 1) // 3.841458820694
 */
export function chiSquaredQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`Unexpected p ${p}, expected 0 < p < 1`);

  let low = 0;
  let high = df + 1;
  while (chiSquaredUpperTail(high, df) > 1 - p) high *= 2;
  // Each step halves the bracket: 200 reach the spacing of doubles even near 0.
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step += 1) {
    const middle = (low + high) / 2;
    if (chiSquaredUpperTail(middle, df) > 1 - p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
