import { checkLevel } from "./check-level.js";
import { checkShare } from "./check-share.js";
import { normalCriticalValue } from "./normal-critical-value.js";
import { normalQuantile } from "./normal-quantile.js";

/**
 * Cases needed for McNemar's test to see a difference between two models on the same cases.
 *
 * @param onlyA - share of cases that only the first gets right, a fraction in [0, 1]
 * @param onlyB - share of cases that only the second gets right, a fraction in [0, 1 - onlyA]
 * @param power - chance to see the difference, a fraction in (0, 1); defaults to 0.8
 * @param level - confidence of the two-sided test, a fraction in (0, 1); defaults to 0.95
 * @returns cases, an integer >= 1; `null` where the shares are equal: no sample tells them apart
 * @throws RangeError outside the stated ranges
 * @see Connor 1987, Biometrics 43:207, (3); after Miettinen 1968, Biometrics 24:339
 * @example
 * pairedSampleSize(0.1, 0.05) // 469
 */
export function pairedSampleSize(onlyA: number, onlyB: number, power = 0.8, level = 0.95): number | null {
  checkShare("onlyA", onlyA);
  checkShare("onlyB", onlyB);
  const discordant = checkShare("onlyA + onlyB", onlyA + onlyB);
  const zPower = normalQuantile(checkLevel(power, "power"));
  const zLevel = normalCriticalValue(level);
  const difference = Math.abs(onlyA - onlyB);
  if (difference === 0) return null;

  const spread = zLevel * Math.sqrt(discordant) + zPower * Math.sqrt(discordant - difference ** 2);
  return Math.max(1, Math.ceil((spread / difference) ** 2));
}
