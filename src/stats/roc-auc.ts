import { placementValues } from "./placement-values.js";
import type { ScoreTable } from "./types.js";

/**
 * Area under the ROC curve: the chance that a random positive scores above a random negative, ties counted half.
 *
 * @param table - distinct scores ascending with counts; a higher score means "more likely positive"
 * @returns a fraction in [0, 1], 0.5 without any ranking power; `null` unless both classes are present
 * @throws RangeError for a malformed table, as occupiedGroups
 * @see Mann & Whitney 1947, Ann. Math. Stat. 18:50; Hanley & McNeil 1982, Radiology 143:29
 * @example
 * rocAuc([{ score: 0.1, positives: 0, negatives: 2 }, { score: 0.6, positives: 1, negatives: 1 }, { score: 0.9, positives: 1, negatives: 0 }]) // 0.9167
 */
export function rocAuc(table: ScoreTable): number | null {
  return placementValues(table)?.auc ?? null;
}
