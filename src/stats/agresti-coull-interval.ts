import { checkProportion } from "./check-proportion.js";
import { normalCriticalValue } from "./normal-critical-value.js";
import type { Bounds } from "./types.js";

/**
 * Agresti-Coull interval of a proportion: Wald's formula after adding z^2 / 2 cases of each kind.
 *
 * @param x - cases that have the property, a count
 * @param n - cases looked at, a count
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns bounds that are not clipped and may leave [0, 1] near 0 and n: whoever prints them clips them and
 *   says so; `null` for n = 0
 * @throws RangeError `Unexpected x 5 of n 3, expected 0 <= x <= n`
 * @see Agresti & Coull 1998, Am. Stat. 52:119
 * @example
 * agrestiCoullInterval(0, 20) // { low: -0.0287, high: 0.1898 }
 */
export function agrestiCoullInterval(x: number, n: number, level = 0.95): Bounds | null {
  const share = checkProportion(x, n);
  const z = normalCriticalValue(level);
  if (share === null) return null;

  const size = n + z * z;
  const centre = (x + (z * z) / 2) / size;
  const half = z * Math.sqrt((centre * (1 - centre)) / size);
  return { low: centre - half, high: centre + half };
}
