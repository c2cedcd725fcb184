import { classCounts } from "./class-counts.js";
import { compensatedSum } from "./compensated-sum.js";
import { probabilityGroups } from "./probability-groups.js";
import type { ScoreTable } from "./types.js";

/**
 * Log loss: mean of minus the natural logarithm of the probability given to what happened.
 *
 * @param table - distinct scores in [0, 1] ascending with counts
 * @returns `value` in nats, from 0 (best) to 34.5, and `clipped`, the count of cases whose score was moved to
 *   1e-15 or 1 - 1e-15: a certain and wrong case would cost infinitely much, so say how many there were. `null`
 *   for an empty table
 * @throws RangeError `Unexpected score 1.2, expected 0 <= score <= 1`
 * @see Good 1952, JRSS B 14:107
 * @example
 * logLoss([{ score: 0.2, positives: 1, negatives: 3 }, { score: 0.9, positives: 4, negatives: 0 }]) // { value: 0.3375, clipped: 0 }
 */
export function logLoss(table: ScoreTable): { readonly value: number; readonly clipped: number } | null {
  const groups = probabilityGroups(table);
  const { n } = classCounts(groups);
  if (n === 0) return null;

  let clipped = 0;
  const losses = groups.map(({ score, positives, negatives }) => {
    const p = Math.min(1 - EPSILON, Math.max(EPSILON, score));
    if (p !== score) clipped += positives + negatives;
    return -positives * Math.log(p) - negatives * Math.log1p(-p);
  });
  return { value: compensatedSum(losses) / n, clipped };
}

const EPSILON = 1e-15;
