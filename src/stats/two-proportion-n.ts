import { checkLevel } from "./check-level.js";
import { checkShare } from "./check-share.js";
import { normalCriticalValue } from "./normal-critical-value.js";
import { normalQuantile } from "./normal-quantile.js";

/**
 * Cases per group at which a comparison of two independent groups shows a difference with a stated chance.
 *
 * @param p1 - true share in the first group, a fraction in [0, 1]
 * @param p2 - true share in the second group, a fraction in [0, 1]
 * @param power - chance of showing the difference, a fraction in (0, 1); defaults to 0.8
 * @param alpha - two-sided level of the test, a fraction in (0, 1); defaults to 0.05
 * @returns cases per group, not rounded: round up; `null` for two equal shares, which no number of cases tells apart
 * @throws RangeError `Unexpected p1 1.2, expected 0 <= p1 <= 1`
 * @see Fleiss, Levin & Paik 2003, Statistical Methods for Rates and Proportions, eq. 4.14 without the correction
 * @example
 * twoProportionN(0.03, 0.05) // 1505.8054
 */
export function twoProportionN(p1: number, p2: number, power = 0.8, alpha = 0.05): number | null {
  checkShare("p1", p1);
  checkShare("p2", p2);
  checkLevel(power, "power");
  checkLevel(alpha, "alpha");
  if (p1 === p2) return null;

  const mean = (p1 + p2) / 2;
  const underNone = normalCriticalValue(1 - alpha) * Math.sqrt(2 * mean * (1 - mean));
  const underBoth = normalQuantile(power) * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
  return ((underNone + underBoth) / (p1 - p2)) ** 2;
}
