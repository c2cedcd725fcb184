import { checkLevel } from "./check-level.js";
import { checkShare } from "./check-share.js";
import { twoProportionPower } from "./two-proportion-power.js";

/**
 * Smallest harm that a comparison can detect: the nearest rate above (or below) the present one that two groups of
 * a stated size tell apart with a stated chance.
 *
 * @param n - cases per group, at least 1
 * @param p - the present rate, a fraction in [0, 1]
 * @param towards - "rise" for the nearest higher rate, "fall" for the nearest lower one; defaults to "rise"
 * @param power - chance of showing the difference, a fraction in (0, 1); defaults to 0.8
 * @param alpha - two-sided level of the test, a fraction in (0, 1); defaults to 0.05
 * @returns a fraction in [0, 1]; `null` where even the largest difference is not found with that chance
 * @throws RangeError `Unexpected n 0, expected a number >= 1`
 * @see twoProportionPower, solved by bisection
 * @example
 * smallestDetectableRate(1000, 0.05) // 0.080977
 */
export function smallestDetectableRate(
  n: number,
  p: number,
  towards: "rise" | "fall" = "rise",
  power = 0.8,
  alpha = 0.05,
): number | null {
  checkShare("p", p);
  checkLevel(power, "power");
  const end = towards === "rise" ? 1 : 0;
  const found = (rate: number): boolean => (twoProportionPower(n, p, rate, alpha) ?? 0) >= power;
  if (!found(end)) return null;

  let [missed, seen] = [p, end];
  for (let step = 0; step < 200; step += 1) {
    const middle = (missed + seen) / 2;
    if (middle === missed || middle === seen) break;
    if (found(middle)) seen = middle;
    else missed = middle;
  }
  return seen;
}
