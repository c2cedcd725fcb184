import { rocCurve } from "./roc-curve.js";
import type { ScoreTable } from "./types.js";

/**
 * Equal error rate: where the false match rate meets the false non-match rate.
 *
 * @param table - distinct scores ascending with counts; accepted iff score >= threshold
 * @returns the common rate, a fraction in [0, 1], by linear interpolation between adjacent thresholds; `null`
 *   unless both classes are present
 * @throws RangeError for a malformed table, as occupiedGroups
 * @see ISO/IEC 19795-1 for the rates (from memory); a summary, not an operating point
 * @example
 * equalErrorRate([{ score: 1, positives: 1, negatives: 4 }, { score: 2, positives: 4, negatives: 1 }]) // 0.2
 */
export function equalErrorRate(table: ScoreTable): number | null {
  const points = rocCurve(table);
  if (points === null) return null;

  let previous = { fpr: 0, fnr: 1 };
  for (const { fpr, tpr } of points) {
    const next = { fpr, fnr: 1 - tpr };
    if (fpr >= next.fnr) {
      const gap = previous.fnr - previous.fpr;
      const along = gap / (gap + next.fpr - next.fnr);
      return previous.fpr + along * (next.fpr - previous.fpr);
    }
    previous = next;
  }
  return null;
}
