import { compensatedSum } from "./compensated-sum.js";
import { prCurve } from "./pr-curve.js";
import type { ScoreTable } from "./types.js";

/**
 * Area under the precision-recall curve by the trapezoid rule: optimistic, for comparison with other tools only.
 *
 * @param table - distinct scores ascending with counts; a higher score means "more likely positive"
 * @returns a fraction in [0, 1], from an assumed start at recall 0 and precision 1; `null` without positives
 * @throws RangeError for a malformed table, as occupiedGroups
 * @see Davis & Goadrich 2006, ICML 23:233, on why averagePrecision is the one to report
 * @example
 * prAucTrapezoid([{ score: 1, positives: 1, negatives: 4 }, { score: 2, positives: 4, negatives: 1 }]) // 0.85
 */
export function prAucTrapezoid(table: ScoreTable): number | null {
  const points = prCurve(table);
  if (points === null) return null;

  let previous = { recall: 0, precision: 1 };
  const areas = points.map((point) => {
    const area = ((point.recall - previous.recall) * (point.precision + previous.precision)) / 2;
    previous = point;
    return area;
  });
  return compensatedSum(areas);
}
