import { checkLevel } from "./check-level.js";
import { checkProportion } from "./check-proportion.js";
import { newcombeDifference } from "./newcombe-difference.js";
import type { Bounds } from "./types.js";

/** A group with `x` cases of `n` that have the property: selected of all, caught of the positives, right of the flagged. */
export interface GroupRate {
  readonly group: string;
  readonly x: number;
  readonly n: number;
}

/** The two groups furthest apart. `interval` is simultaneous: it holds for the widest of all pairs of groups. */
export interface RateGap {
  readonly highest: GroupRate;
  readonly lowest: GroupRate;
  readonly difference: number;
  readonly interval: Bounds;
  readonly ratio: number | null;
}

/**
 * Largest difference of a rate between groups: demographic parity over selections, equal opportunity over actual
 * positives, predictive parity over the flagged.
 *
 * @param groups - groups with their counts; a group of n = 0 has no rate and is passed over
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns highest minus lowest rate, in [0, 1], with Newcombe's interval in [-1, 1] at Bonferroni's level for the
 *   number of pairs among which this one was picked, and lowest over highest, in [0, 1] (`null` where all rates are 0);
 *   `null` with fewer than two groups that have a rate
 * @throws RangeError `Unexpected x 5 of n 3, expected 0 <= x <= n`
 * @see Hardt, Price & Srebro 2016, NeurIPS 29:3315 (equal opportunity); Chouldechova 2017, Big Data 5:153 (predictive
 *   parity); Newcombe 1998, Stat. Med. 17:873
 * @example
 * largestRateGap([{ group: "a", x: 56, n: 70 }, { group: "b", x: 48, n: 80 }]) // { highest: { group: "a", x: 56, n: 70 }, lowest: { group: "b", x: 48, n: 80 }, difference: 0.2, interval: { low: 0.0524, high: 0.3339 }, ratio: 0.75 }
 */
export function largestRateGap(groups: readonly GroupRate[], level = 0.95): RateGap | null {
  checkLevel(level);
  const rated = groups.filter(({ x, n }) => checkProportion(x, n) !== null);
  // The first of equals, so that the order of the groups decides and no rounding.
  const sorted = rated.toSorted((a, b) => b.x * a.n - a.x * b.n);
  const highest = sorted[0];
  const lowest = sorted.findLast(({ n }) => n > 0);
  if (highest === undefined || lowest === undefined || sorted.length < 2) return null;

  const pairs = (sorted.length * (sorted.length - 1)) / 2;
  const gap = newcombeDifference(highest.x, highest.n, lowest.x, lowest.n, 1 - (1 - level) / pairs);
  if (gap === null) return null;
  const top = highest.x / highest.n;
  return { highest, lowest, ...gap, ratio: top === 0 ? null : lowest.x / lowest.n / top };
}
