import { classCounts } from "./class-counts.js";
import { occupiedGroups } from "./occupied-groups.js";
import type { Confusion, ScoreTable } from "./types.js";

/**
 * Confusion tables of decisions at many thresholds, in one pass over the scores.
 *
 * @param table - distinct scores ascending with counts
 * @param thresholds - in the unit of the score, ascending
 * @param direction - which cases are flagged, as in confusionAt; defaults to "at-or-above"
 * @returns one confusion table per threshold, each equal to confusionAt of it
 * @throws RangeError for a malformed table, and for thresholds that do not ascend
 * @see confusionAt
 * @example
 * confusionsAt([{ score: 1, positives: 1, negatives: 4 }, { score: 2, positives: 4, negatives: 1 }], [2]) // [{ tp: 4, fn: 1, fp: 1, tn: 4 }]
 */
export function confusionsAt(
  table: ScoreTable,
  thresholds: readonly number[],
  direction: "at-or-above" | "below" = "at-or-above",
): Confusion[] {
  const groups = occupiedGroups(table);
  const all = classCounts(groups);
  const below = { positives: 0, negatives: 0 };
  let next = 0;
  return thresholds.map((threshold, index) => {
    if (!(threshold >= (thresholds[index - 1] ?? -Infinity)))
      throw new RangeError(`Unexpected threshold ${threshold}, expected thresholds ascending`);
    for (let group = groups[next]; group !== undefined && group.score < threshold; group = groups[next]) {
      below.positives += group.positives;
      below.negatives += group.negatives;
      next += 1;
    }
    const above = {
      positives: all.positives - below.positives,
      negatives: all.negatives - below.negatives,
    };
    const [flagged, passed] = direction === "at-or-above" ? [above, below] : [below, above];
    return { tp: flagged.positives, fn: passed.positives, fp: flagged.negatives, tn: passed.negatives };
  });
}
