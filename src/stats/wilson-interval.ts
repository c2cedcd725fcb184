import { checkProportion } from "./check-proportion.js";
import type { Bounds } from "./types.js";
import { wilsonIntervalFromShare } from "./wilson-interval-from-share.js";

/**
 * Wilson score interval of a proportion: the default two-sided interval here, sound at small n and at 0.
 *
 * @param x - cases that have the property, a count
 * @param n - cases looked at, a count
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns bounds in [0, 1], the low exactly 0 at x = 0 and the high exactly 1 at x = n; `null` for n = 0
 * @throws RangeError `Unexpected x 5 of n 3, expected 0 <= x <= n`
 * @see Wilson 1927, JASA 22:209; Newcombe 1998, Stat. Med. 17:857, method 3
 * @example
 * wilsonInterval(81, 263) // { low: 0.2553, high: 0.3662 }
 */
export function wilsonInterval(x: number, n: number, level = 0.95): Bounds | null {
  const share = checkProportion(x, n);
  return wilsonIntervalFromShare(share ?? 0, n, level);
}
