import { occupiedGroups } from "./occupied-groups.js";
import type { Confusion, ScoreTable } from "./types.js";

/**
 * Confusion table of a decision at a threshold.
 *
 * @param table - distinct scores ascending with counts
 * @param threshold - in the unit of the score, any finite number
 * @param direction - which cases are flagged: "at-or-above" (score >= threshold) or "below" (score < threshold);
 *   defaults to "at-or-above"
 * @returns counts of caught, missed, false alarms and rightly left alone; all 0 for an empty table
 * @throws RangeError for a malformed table or a threshold that is NaN
 * @example
 * confusionAt([{ score: 1, positives: 1, negatives: 4 }, { score: 2, positives: 4, negatives: 1 }], 2) // { tp: 4, fn: 1, fp: 1, tn: 4 }
 */
export function confusionAt(
  table: ScoreTable,
  threshold: number,
  direction: "at-or-above" | "below" = "at-or-above",
): Confusion {
  if (Number.isNaN(threshold)) throw new RangeError(`Unexpected threshold ${threshold}, expected a number`);

  const flagged = { positives: 0, negatives: 0 };
  const passed = { positives: 0, negatives: 0 };
  for (const { score, positives, negatives } of occupiedGroups(table)) {
    const side = score >= threshold === (direction === "at-or-above") ? flagged : passed;
    side.positives += positives;
    side.negatives += negatives;
  }
  return { tp: flagged.positives, fn: passed.positives, fp: flagged.negatives, tn: passed.negatives };
}
