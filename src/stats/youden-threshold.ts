import { classCounts } from "./class-counts.js";
import { rocCurve } from "./roc-curve.js";
import type { RocPoint } from "./roc-curve.js";
import type { ScoreTable } from "./types.js";

/**
 * Threshold with the largest Youden index J = tpr - fpr. Optimistic when judged on the same cases.
 *
 * @param table - distinct scores ascending with counts; a case is flagged iff score >= threshold
 * @returns the operating point with its J in [0, 1]; of several equally good ones that with the highest threshold;
 *   threshold `null` (flag nothing) where no threshold beats J = 0. `null` unless both classes are present
 * @throws RangeError for a malformed table, as occupiedGroups
 * @see Youden 1950, Cancer 3:32
 * @example
 * youdenThreshold([{ score: 1, positives: 1, negatives: 4 }, { score: 2, positives: 4, negatives: 1 }]) // { threshold: 2, tpr: 0.8, fpr: 0.2, tp: 4, fp: 1, j: 0.6 }
 */
export function youdenThreshold(table: ScoreTable): (RocPoint & { readonly j: number }) | null {
  const points = rocCurve(table);
  if (points === null) return null;

  const { positives, negatives } = classCounts(table);
  let best: RocPoint | null = null;
  let bestCross = -Infinity;
  for (const point of points) {
    // J times both class sizes: an integer, so that equal points tie exactly.
    const cross = point.tp * negatives - point.fp * positives;
    if (cross <= bestCross) continue;
    best = point;
    bestCross = cross;
  }
  return best === null ? null : { ...best, j: bestCross / (positives * negatives) };
}
