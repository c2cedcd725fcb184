import { checkShare } from "./check-share.js";
import { jointRateBounds } from "./joint-rate-bounds.js";

/**
 * How often two layers fail on the same case, from the rate of each and the odds ratio of their failures.
 *
 * @param first - failure rate of the first layer, a fraction in [0, 1]
 * @param second - failure rate of the second layer, a fraction in [0, 1]
 * @param oddsRatio - of failing in both, from 0 (never together) to Infinity (always, as far as the rates allow); 1
 *   gives the product
 * @returns a fraction within the bounds of jointRateBounds
 * @throws RangeError `Unexpected oddsRatio -1, expected a number >= 0`
 * @see Plackett 1965, JASA 60:516
 * @example
 * jointFromOddsRatio(0.05, 0.2, 4) // 0.02383
 */
export function jointFromOddsRatio(first: number, second: number, oddsRatio: number): number {
  checkShare("first", first);
  checkShare("second", second);
  if (!(oddsRatio >= 0)) throw new RangeError(`Unexpected oddsRatio ${oddsRatio}, expected a number >= 0`);

  const { low, high } = jointRateBounds([first, second]);
  if (oddsRatio === Infinity) return high;
  const s = 1 + (first + second) * (oddsRatio - 1);
  const root = Math.sqrt(Math.max(0, s * s - 4 * oddsRatio * (oddsRatio - 1) * first * second));
  // The root of the quadratic in the form that neither cancels nor divides by 0 at an odds ratio of 1.
  const joint = s + root === 0 ? low : (2 * oddsRatio * first * second) / (s + root);
  return Math.min(high, Math.max(low, joint));
}
