import { compensatedSum } from "./compensated-sum.js";
import { classCounts } from "./class-counts.js";
import { probabilityGroups } from "./probability-groups.js";
import type { ScoreTable } from "./types.js";

/**
 * Brier score: mean squared distance between predicted probability and outcome.
 *
 * @param table - distinct scores in [0, 1] ascending with counts
 * @returns a number in [0, 1], 0 is best; `null` for an empty table
 * @throws RangeError `Unexpected score 1.2, expected 0 <= score <= 1`
 * @see Brier 1950, Mon. Weather Rev. 78:1
 * @example
 * brierScore([{ score: 0.2, positives: 1, negatives: 3 }, { score: 0.9, positives: 4, negatives: 0 }]) // 0.1
 */
export function brierScore(table: ScoreTable): number | null {
  const groups = probabilityGroups(table);
  const { n } = classCounts(groups);
  if (n === 0) return null;

  return compensatedSum(groups, (g) => g.positives * (1 - g.score) ** 2 + g.negatives * g.score ** 2) / n;
}
