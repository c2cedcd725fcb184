import { checkLevel } from "./check-level.js";
import { checkShare } from "./check-share.js";
import { normalCdf } from "./normal-cdf.js";
import { normalCriticalValue } from "./normal-critical-value.js";

/**
 * Chance that a comparison of two independent groups of equal size shows a difference that is there.
 *
 * @param n - cases per group, at least 1
 * @param p1 - true share in the first group, a fraction in [0, 1]
 * @param p2 - true share in the second group, a fraction in [0, 1]
 * @param alpha - two-sided level of the test, a fraction in (0, 1); defaults to 0.05
 * @returns a fraction in [0, 1], counting the side of the difference alone; `null` for two equal shares, which have
 *   no difference to find
 * @throws RangeError `Unexpected n 0, expected a number >= 1`
 * @see Fleiss, Levin & Paik 2003, Statistical Methods for Rates and Proportions, 4.2; as R's power.prop.test
 * @example
 * twoProportionPower(1506, 0.03, 0.05) // 0.800051
 */
export function twoProportionPower(n: number, p1: number, p2: number, alpha = 0.05): number | null {
  if (!(n >= 1 && n < Infinity)) throw new RangeError(`Unexpected n ${n}, expected a number >= 1`);
  checkShare("p1", p1);
  checkShare("p2", p2);
  checkLevel(alpha, "alpha");
  if (p1 === p2) return null;

  const mean = (p1 + p2) / 2;
  const underNone = normalCriticalValue(1 - alpha) * Math.sqrt(2 * mean * (1 - mean));
  const spread = Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
  const margin = Math.sqrt(n) * Math.abs(p1 - p2) - underNone;
  // All of one group against none of the other: nothing varies, and the margin alone decides.
  if (spread === 0) return margin > 0 ? 1 : 0;
  return normalCdf(margin / spread);
}
