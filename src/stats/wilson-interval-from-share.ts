import { checkShare } from "./check-share.js";
import { normalCriticalValue } from "./normal-critical-value.js";
import type { Bounds } from "./types.js";

/**
 * Wilson score interval of a share whose sample size is an effective one, as in clustered data.
 *
 * @param share - observed share, a fraction in [0, 1]
 * @param nEffective - number of independent trials the data are worth, a finite number >= 0
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns bounds in [0, 1], the low exactly 0 at share 0 and the high exactly 1 at share 1; `null` for
 *   nEffective = 0
 * @throws RangeError outside the stated ranges
 * @see Wilson 1927, JASA 22:209
 * @example
 * wilsonIntervalFromShare(0.0615, 169.5) // { low: 0.0342, high: 0.1083 }
 */
export function wilsonIntervalFromShare(share: number, nEffective: number, level = 0.95): Bounds | null {
  checkShare("share", share);
  if (!(nEffective >= 0) || nEffective === Infinity) {
    throw new RangeError(`Unexpected nEffective ${nEffective}, expected 0 <= nEffective < Infinity`);
  }
  const z = normalCriticalValue(level);
  if (nEffective === 0) return null;

  const half = (z * z) / (2 * nEffective);
  const spread = z * Math.sqrt((share * (1 - share)) / nEffective + (half / z) ** 2);
  // The product of the two roots is share^2 / (1 + 2 half), so the low one needs no subtraction.
  const low = (share * share) / (share + half + spread);
  const high = (share + half + spread) / (1 + 2 * half);
  return { low, high: share === 1 ? 1 : Math.min(1, high) };
}
