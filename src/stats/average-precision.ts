import { compensatedSum } from "./compensated-sum.js";
import { prCurve } from "./pr-curve.js";
import type { ScoreTable } from "./types.js";

/**
 * Average precision: the sum over thresholds of precision times the step in recall, ties grouped.
 *
 * @param table - distinct scores ascending with counts; a higher score means "more likely positive"
 * @returns a fraction in (0, 1]; its baseline is the share of positives, to be printed beside it; `null` without
 *   positives
 * @throws RangeError for a malformed table, as occupiedGroups
 * @see Boyd, Eng & Page 2013, ECML PKDD, LNCS 8190:451 (step-wise estimator); not the trapezoid area
 * @example
 * averagePrecision([{ score: 1, positives: 1, negatives: 4 }, { score: 2, positives: 4, negatives: 1 }]) // 0.74
 */
export function averagePrecision(table: ScoreTable): number | null {
  const points = prCurve(table);
  if (points === null) return null;

  // Weighted by counts and divided once, so that a perfect ranking gives exactly 1.
  let previous = 0;
  const steps = points.map(({ tp, precision }) => {
    const step = (tp - previous) * precision;
    previous = tp;
    return step;
  });
  return compensatedSum(steps) / previous;
}
