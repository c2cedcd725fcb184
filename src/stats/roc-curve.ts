import { classCounts } from "./class-counts.js";
import { occupiedGroups } from "./occupied-groups.js";
import type { ScoreTable } from "./types.js";

/** One operating point: what flagging every case with score >= threshold does. */
export interface RocPoint {
  /** Lowest flagged score; `null` for the start, where nothing is flagged. */
  readonly threshold: number | null;
  /** Share of positives flagged, a fraction in [0, 1]. */
  readonly tpr: number;
  /** Share of negatives flagged, a fraction in [0, 1]. */
  readonly fpr: number;
  /** Positives flagged, a count. */
  readonly tp: number;
  /** Negatives flagged, a count. */
  readonly fp: number;
}

/**
 * ROC curve: one point per distinct score, from nothing flagged to everything flagged.
 *
 * @param table - distinct scores ascending with counts; a case is flagged iff score >= threshold
 * @returns points by descending threshold, starting at (0, 0) with threshold null and ending at (1, 1), none
 *   dropped; `null` unless both classes are present
 * @throws RangeError for a malformed table, as occupiedGroups
 * @see Fawcett 2006, Pattern Recognit. Lett. 27:861
 * @example
 * rocCurve([{ score: 0.5, positives: 1, negatives: 3 }]) // [{ threshold: null, tpr: 0, fpr: 0, tp: 0, fp: 0 }, { threshold: 0.5, tpr: 1, fpr: 1, tp: 1, fp: 3 }]
 */
export function rocCurve(table: ScoreTable): readonly RocPoint[] | null {
  const groups = occupiedGroups(table);
  const { positives, negatives } = classCounts(groups);
  if (positives === 0 || negatives === 0) return null;

  let tp = 0;
  let fp = 0;
  const points: RocPoint[] = [{ threshold: null, tpr: 0, fpr: 0, tp, fp }];
  for (const group of groups.toReversed()) {
    tp += group.positives;
    fp += group.negatives;
    points.push({ threshold: group.score, tpr: tp / positives, fpr: fp / negatives, tp, fp });
  }
  return points;
}
