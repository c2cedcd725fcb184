import { checkShare } from "./check-share.js";
import { occupiedGroups } from "./occupied-groups.js";
import type { ScoreGroup, ScoreTable } from "./types.js";

/**
 * The groups of a ScoreTable that hold cases, where the scores claim to be probabilities.
 *
 * @param table - distinct scores in [0, 1] ascending, counts non-negative integers
 * @returns the groups with at least one case, in order; [] for an empty table
 * @throws RangeError `Unexpected score 1.2, expected 0 <= score <= 1`
 * @example
 * probabilityGroups([{ score: 0.5, positives: 1, negatives: 0 }]) // [{ score: 0.5, positives: 1, negatives: 0 }]
 */
export function probabilityGroups(table: ScoreTable): readonly ScoreGroup[] {
  const groups = occupiedGroups(table);
  for (const group of [groups[0], groups[groups.length - 1]]) checkShare("score", group?.score ?? 0); // They ascend.
  return groups;
}
