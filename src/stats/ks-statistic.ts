import { youdenThreshold } from "./youden-threshold.js";
import type { ScoreTable } from "./types.js";

/**
 * Kolmogorov-Smirnov separation of a score: the largest gap between the two cumulative curves, in the direction
 * where positives score higher.
 *
 * @param table - distinct scores ascending with counts
 * @returns max(tpr - fpr) over all thresholds, a fraction in [0, 1]; `null` unless both classes are present
 * @throws RangeError for a malformed table, as occupiedGroups
 * @see Smirnov 1939, one-sided; the same maximum as Youden's index
 * @example
 * ksStatistic([{ score: 1, positives: 1, negatives: 4 }, { score: 2, positives: 4, negatives: 1 }]) // 0.6
 */
export function ksStatistic(table: ScoreTable): number | null {
  return youdenThreshold(table)?.j ?? null;
}
