import { classCounts } from "./class-counts.js";
import { occupiedGroups } from "./occupied-groups.js";
import type { ScoreTable } from "./types.js";

/** One operating point: what flagging every case with score >= threshold does. */
export interface PrPoint {
  /** Lowest flagged score. */
  readonly threshold: number;
  /** Share of positives flagged, a fraction in [0, 1]. */
  readonly recall: number;
  /** Share of flagged cases that are positive, a fraction in [0, 1]. */
  readonly precision: number;
  /** Positives flagged, a count. */
  readonly tp: number;
  /** Negatives flagged, a count. */
  readonly fp: number;
}

/**
 * Precision-recall curve: one point per distinct score.
 *
 * @param table - distinct scores ascending with counts; a case is flagged iff score >= threshold
 * @returns points by descending threshold, without an invented start (precision of no flags is undefined); the
 *   last precision is the share of positives; `null` without positives
 * @throws RangeError for a malformed table, as occupiedGroups
 * @see Davis & Goadrich 2006, ICML 23:233
 * @example
 * prCurve([{ score: 0.5, positives: 1, negatives: 3 }]) // [{ threshold: 0.5, recall: 1, precision: 0.25, tp: 1, fp: 3 }]
 */
export function prCurve(table: ScoreTable): readonly PrPoint[] | null {
  const groups = occupiedGroups(table);
  const { positives } = classCounts(groups);
  if (positives === 0) return null;

  let tp = 0;
  let fp = 0;
  return groups.toReversed().map((group) => {
    tp += group.positives;
    fp += group.negatives;
    return { threshold: group.score, recall: tp / positives, precision: tp / (tp + fp), tp, fp };
  });
}
