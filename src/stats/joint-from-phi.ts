import { checkShare } from "./check-share.js";
import { jointRateBounds } from "./joint-rate-bounds.js";

/**
 * How often two layers fail on the same case, from the rate of each and the correlation of their failures.
 *
 * @param first - failure rate of the first layer, a fraction in [0, 1]
 * @param second - failure rate of the second layer, a fraction in [0, 1]
 * @param phi - correlation of the two failures, in [-1, 1]; 0 gives the product
 * @returns first second + phi sqrt(first (1 - first) second (1 - second)), a fraction; `null` where no dependence
 *   between layers of these rates has this phi
 * @throws RangeError `Unexpected phi 2, expected -1 <= phi <= 1`
 * @see Yule 1912, JRSS 75:579, solved for the joint rate
 * @example
 * jointFromPhi(0.05, 0.2, 0.3) // 0.036153
 */
export function jointFromPhi(first: number, second: number, phi: number): number | null {
  checkShare("first", first);
  checkShare("second", second);
  if (!(phi >= -1 && phi <= 1)) throw new RangeError(`Unexpected phi ${phi}, expected -1 <= phi <= 1`);

  const joint = first * second + phi * Math.sqrt(first * (1 - first) * second * (1 - second));
  const { low, high } = jointRateBounds([first, second]);
  const rounding = 1e-12; // A phi at its own limit must not fail by its last digit.
  if (joint < low - rounding || joint > high + rounding) return null;
  return Math.min(high, Math.max(low, joint));
}
