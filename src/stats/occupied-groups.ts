import type { ScoreGroup, ScoreTable } from "./types.js";

/**
 * The groups of a ScoreTable that hold cases, after checking the table.
 *
 * @param table - distinct finite scores ascending, counts non-negative integers; groups without cases are allowed
 * @returns the groups with at least one case, in order; [] for an empty table
 * @throws RangeError `Unexpected score 0.3 after 0.5, expected distinct scores ascending`
 * @example
 * occupiedGroups([{ score: 0.2, positives: 0, negatives: 0 }, { score: 0.5, positives: 1, negatives: 0 }]) // [{ score: 0.5, positives: 1, negatives: 0 }]
 */
export function occupiedGroups(table: ScoreTable): readonly ScoreGroup[] {
  let previous = -Infinity;
  for (const { score, positives, negatives } of table) {
    if (!Number.isFinite(score)) throw new RangeError(`Unexpected score ${score}, expected a finite number`);
    if (score <= previous) {
      throw new RangeError(`Unexpected score ${score} after ${previous}, expected distinct scores ascending`);
    }
    for (const count of [positives, negatives]) {
      if (Number.isInteger(count) && count >= 0) continue;
      throw new RangeError(`Unexpected count ${count} at score ${score}, expected an integer >= 0`);
    }
    previous = score;
  }
  return table.filter((group) => group.positives + group.negatives > 0);
}
