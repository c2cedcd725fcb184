import { pairedDifference, type PairedCounts } from "./paired-difference.js";
import type { Bounds } from "./types.js";

/** Sums over subjects, each with m cases on which the first model is right d times more often than the second. */
export interface PairedClusterSums {
  readonly subjects: number;
  /** Sum of d^2, a count. */
  readonly sumD2: number;
  /** Sum of d m, an integer of either sign. */
  readonly sumDM: number;
  /** Sum of m^2, a count. */
  readonly sumM2: number;
}

/**
 * Difference of two proportions on the same cases, where cases come in subjects and are not independent.
 *
 * Newcombe's paired interval on as many cases as the data are worth: all four counts divided by the design effect.
 *
 * @param counts - cases by which of the two was right, counts
 * @param sums - sums over subjects, integers
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns first minus second, in [-1, 1], with bounds in [-1, 1]; the design effect (variance between subjects by
 *   linearisation over that of independent cases, `null` where either is 0) and effectiveN, cases over the design effect
 *   and at most the cases. With fewer than 10 subjects, or no variance between them, effectiveN is the number of
 *   subjects. `null` without cases or subjects
 * @throws RangeError `Unexpected sumD2 1.5, expected an integer`; for counts as pairedDifference
 * @see Newcombe 1998, Stat. Med. 17:2635, method 10; Cochran 1977, Sampling Techniques, ch. 6; Kish 1965 (design effect)
 * @example
 * clusteredPairedDifference({ both: 20, onlyA: 8, onlyB: 4, neither: 8 }, { subjects: 20, sumD2: 20, sumDM: 8, sumM2: 80 }) // { difference: 0.1, interval: { low: -0.1274, high: 0.313 }, designEffect: 1.6987, effectiveN: 23.547 }
 */
export function clusteredPairedDifference(
  counts: PairedCounts,
  sums: PairedClusterSums,
  level = 0.95,
): {
  readonly difference: number;
  readonly interval: Bounds;
  readonly designEffect: number | null;
  readonly effectiveN: number;
} | null {
  for (const [name, sum] of Object.entries(sums) as [string, number][]) {
    if (!Number.isInteger(sum)) throw new RangeError(`Unexpected ${name} ${sum}, expected an integer`);
  }
  const whole = pairedDifference(counts, level);
  if (whole === null || sums.subjects < 1) return null;

  const { both, onlyA, onlyB, neither } = counts;
  const n = both + onlyA + onlyB + neither;
  const { difference } = whole;
  const designEffect = designEffectOf(sums, difference, (onlyA + onlyB) / n, n);
  const tooFew = sums.subjects < 10 || designEffect === null;
  const effectiveN = tooFew ? Math.min(sums.subjects, n) : n / Math.max(1, designEffect);
  const share = effectiveN / n;
  const worth = {
    both: both * share,
    onlyA: onlyA * share,
    onlyB: onlyB * share,
    neither: neither * share,
  };
  const interval = pairedDifference(worth, level)?.interval ?? whole.interval;
  return { difference, interval, designEffect, effectiveN };
}

function designEffectOf(
  sums: PairedClusterSums,
  difference: number,
  discordant: number,
  n: number,
): number | null {
  const { subjects, sumD2, sumDM, sumM2 } = sums;
  if (subjects < 2 || n < 2) return null;
  const squares = sumD2 - 2 * difference * sumDM + difference * difference * sumM2;
  const simple = (discordant - difference * difference) / (n - 1);
  // Below rounding noise there is no variance to compare.
  if (squares <= 1e-12 * (sumD2 + sumM2) || simple <= 1e-12) return null;
  return ((subjects / (subjects - 1)) * squares) / (n * n) / simple;
}
