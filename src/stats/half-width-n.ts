import { checkLevel } from "./check-level.js";
import { checkShare } from "./check-share.js";
import { normalCriticalValue } from "./normal-critical-value.js";

/**
 * Cases needed for an interval of a stated half-width around a rate, by the normal approximation.
 *
 * @param p - the rate that is expected, a fraction in [0, 1]
 * @param halfWidth - half the width of the interval, a fraction in (0, 1)
 * @param level - coverage of the two-sided interval, a fraction in (0, 1); defaults to 0.95
 * @returns an integer; `null` at p = 0 and p = 1, where the approximation asks for no case at all
 * @throws RangeError `Unexpected p 1.2, expected 0 <= p <= 1`
 * @see Cochran 1977, Sampling Techniques, eq. 4.1: z^2 p (1 - p) / h^2
 * @example
 * halfWidthN(0.03, 0.01) // 1118
 */
export function halfWidthN(p: number, halfWidth: number, level = 0.95): number | null {
  checkShare("p", p);
  checkLevel(halfWidth, "halfWidth");
  const z = normalCriticalValue(level);
  return p === 0 || p === 1 ? null : Math.ceil((z * z * p * (1 - p)) / (halfWidth * halfWidth));
}
