import { checkProportion } from "./check-proportion.js";
import { moverDifference } from "./mover-difference.js";
import type { Bounds } from "./types.js";
import { wilsonInterval } from "./wilson-interval.js";

/**
 * Difference of two independent proportions with Newcombe's hybrid score interval.
 *
 * @param x1 - cases that have the property in the first group, a count
 * @param n1 - cases in the first group, a count
 * @param x2 - the same in the second group
 * @param n2 - the same in the second group
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns first minus second, in [-1, 1], with bounds in [-1, 1]; `null` where either n is 0
 * @throws RangeError `Unexpected x 5 of n 3, expected 0 <= x <= n`
 * @see Newcombe 1998, Stat. Med. 17:873, method 10
 * @example
 * newcombeDifference(56, 70, 48, 80) // { difference: 0.2, interval: { low: 0.0524, high: 0.3339 } }
 */
export function newcombeDifference(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
  level = 0.95,
): { readonly difference: number; readonly interval: Bounds } | null {
  const p1 = checkProportion(x1, n1);
  const p2 = checkProportion(x2, n2);
  const first = wilsonInterval(x1, n1, level);
  const second = wilsonInterval(x2, n2, level);
  if (p1 === null || p2 === null || first === null || second === null) return null;

  const { value, low, high } = moverDifference({ value: p1, ...first }, { value: p2, ...second });
  return { difference: value, interval: { low: Math.max(-1, low), high: Math.min(1, high) } };
}
