import { argmaxTail } from "./argmax-tail.js";
import { checkLevel } from "./check-level.js";
import { compensatedSum } from "./compensated-sum.js";
import type { Bounds } from "./types.js";

/** Where a series broke, as numbers of values before the break, or why there is no interval. */
export interface BreakInterval {
  readonly at: number;
  readonly interval: Bounds | null;
  readonly reason?: "no-variation" | "no-change-of-mean";
}

/**
 * Interval for the date of a change of mean between two stretches, each with its own variance.
 *
 * @param before - values of the stretch before the change, in order of time
 * @param after - values of the stretch after it
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @param inflation - long-run variance over variance, 1 for independent errors (the default), (1 + r) / (1 - r) where
 *   neighbours correlate by r
 * @returns how many values of the two stretches lie before the change, with integer bounds in [1, length - 1]. No bounds
 *   where a stretch does not vary, or the means are equal. Too narrow where neighbours move together and
 *   `inflation` does not say so
 * @throws RangeError where a stretch has no values
 * @see Bai 1997, Rev. Econ. Stat. 79:551, rounded outwards
 * @example
 * breakInterval([1, 2, 3, 2, 1, 3], [4, 5, 6, 5, 4, 6]) // { at: 6, interval: { low: 5, high: 7 } }
 */
export function breakInterval(
  before: readonly number[],
  after: readonly number[],
  level = 0.95,
  inflation = 1,
): BreakInterval {
  const tail = (1 - checkLevel(level)) / 2;
  const at = before.length;
  if (at === 0 || after.length === 0) throw new RangeError("Unexpected stretch without values");

  const left = moments(before);
  const right = moments(after);
  const shift = (right.mean - left.mean) ** 2;
  if (shift === 0) return { at, interval: null, reason: "no-change-of-mean" };
  if (left.variance === 0 || right.variance === 0) return { at, interval: null, reason: "no-variation" };

  const reach = (own: number, other: number): number =>
    Math.ceil((distance(tail, own / other) * own * inflation) / shift);
  return {
    at,
    // An estimate that strays to the right means that the break lies to its left, and the other way round.
    interval: {
      low: Math.max(1, at - reach(right.variance, left.variance)),
      high: Math.min(at + after.length - 1, at + reach(left.variance, right.variance)),
    },
  };
}

function moments(values: readonly number[]): { readonly mean: number; readonly variance: number } {
  const mean = compensatedSum(values) / values.length;
  return { mean, variance: compensatedSum(values, (value) => (value - mean) ** 2) / values.length };
}

/** The distance that the maximum exceeds with a given chance; 0 where even the side itself is less likely. */
function distance(chance: number, rate: number): number {
  if (argmaxTail(0, rate) <= chance) return 0;
  let low = 0;
  let high = 1;
  while (argmaxTail(high, rate) > chance) high *= 2;
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (argmaxTail(middle, rate) > chance) low = middle;
    else high = middle;
  }
  return high;
}
