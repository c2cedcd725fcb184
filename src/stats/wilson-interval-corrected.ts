import { checkProportion } from "./check-proportion.js";
import { normalCriticalValue } from "./normal-critical-value.js";
import type { Bounds } from "./types.js";

/**
 * Wilson score interval with continuity correction: wider, coverage rarely below the stated level.
 *
 * @param x - cases that have the property, a count
 * @param n - cases looked at, a count
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns bounds in [0, 1], the low exactly 0 at x = 0 and the high exactly 1 at x = n; `null` for n = 0
 * @throws RangeError `Unexpected x 5 of n 3, expected 0 <= x <= n`
 * @see Newcombe 1998, Stat. Med. 17:857, method 4
 * @example
 * wilsonIntervalCorrected(1, 29) // { low: 0.0018, high: 0.1963 }
 */
export function wilsonIntervalCorrected(x: number, n: number, level = 0.95): Bounds | null {
  const share = checkProportion(x, n);
  const z = normalCriticalValue(level);
  if (share === null) return null;

  const square = z * z;
  const rest = n - x;
  const below = Math.sqrt(square - 2 - 1 / n + 4 * share * (rest + 1));
  const above = Math.sqrt(square + 2 - 1 / n + 4 * share * (rest - 1));
  const low = (2 * x + square - 1 - z * below) / (2 * (n + square));
  const high = (2 * x + square + 1 + z * above) / (2 * (n + square));
  return { low: x === 0 ? 0 : Math.max(0, low), high: rest === 0 ? 1 : Math.min(1, high) };
}
