import { normalCriticalValue } from "./normal-critical-value.js";
import type { Bounds } from "./types.js";
import { wilsonIntervalFromShare } from "./wilson-interval-from-share.js";

/** Cases that two models decided, by which of them was right. Counts, or counts divided by a design effect. */
export interface PairedCounts {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
}

/**
 * Difference of two proportions on the same cases, with Newcombe's paired hybrid score interval.
 *
 * @param counts - cases by which of the two was right; finite numbers >= 0, integers unless divided by a design effect
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns first minus second, in [-1, 1], with bounds in [-1, 1], and phi, the continuity-corrected correlation of the
 *   two in [-1, 1] (0 where either was always right or always wrong); `null` without cases
 * @throws RangeError `Unexpected onlyB -1, expected a finite number >= 0`
 * @see Newcombe 1998, Stat. Med. 17:2635, method 10
 * @example
 * pairedDifference({ both: 2123, onlyA: 56, onlyB: 37, neither: 84 }) // { difference: 0.008261, interval: { low: -0.0000321, high: 0.016726 }, phi: 0.6202 }
 */
export function pairedDifference(
  counts: PairedCounts,
  level = 0.95,
): { readonly difference: number; readonly interval: Bounds; readonly phi: number } | null {
  for (const [name, count] of Object.entries(counts) as [string, number][]) {
    if (count >= 0 && count < Infinity) continue;
    throw new RangeError(`Unexpected ${name} ${count}, expected a finite number >= 0`);
  }
  normalCriticalValue(level);
  const { both, onlyA, onlyB, neither } = counts;
  const n = both + onlyA + onlyB + neither;
  if (n === 0) return null;

  const a = (both + onlyA) / n;
  const b = (both + onlyB) / n;
  const first = wilsonIntervalFromShare(Math.min(1, a), n, level);
  const second = wilsonIntervalFromShare(Math.min(1, b), n, level);
  if (first === null || second === null) return null;

  const phi = correctedPhi(counts);
  const reach = (up: number, down: number): number =>
    Math.sqrt(Math.max(0, up * up - 2 * phi * up * down + down * down));
  // Not a - b: equal discordant counts must give exactly 0.
  const difference = (onlyA - onlyB) / n;
  const low = difference - reach(a - first.low, second.high - b);
  const high = difference + reach(first.high - a, b - second.low);
  return { difference, interval: { low: Math.max(-1, low), high: Math.min(1, high) }, phi };
}

/** Correlation of the two outcomes; a positive one is corrected for continuity, down to 0 at the least. */
function correctedPhi({ both, onlyA, onlyB, neither }: PairedCounts): number {
  const margins = (both + onlyA) * (onlyB + neither) * (both + onlyB) * (onlyA + neither);
  if (margins === 0) return 0;

  const product = both * neither - onlyA * onlyB;
  const half = (both + onlyA + onlyB + neither) / 2;
  return (product > 0 ? Math.max(0, product - half) : product) / Math.sqrt(margins);
}
