import { occupiedGroups } from "./occupied-groups.js";
import type { ScoreTable } from "./types.js";

/**
 * One ScoreTable of the cases of many: of all slices, of all subjects.
 *
 * @param tables - ScoreTables of disjoint sets of cases
 * @returns distinct scores ascending with summed counts, groups without cases dropped; [] for none
 * @throws RangeError for a malformed table, as occupiedGroups
 * @example
 * mergeScoreTables([[{ score: 0.5, positives: 1, negatives: 0 }], [{ score: 0.5, positives: 0, negatives: 2 }]]) // [{ score: 0.5, positives: 1, negatives: 2 }]
 */
export function mergeScoreTables(tables: readonly ScoreTable[]): ScoreTable {
  const counts = new Map<number, { positives: number; negatives: number }>();
  for (const table of tables) {
    for (const { score, positives, negatives } of occupiedGroups(table)) {
      const group = counts.get(score) ?? { positives: 0, negatives: 0 };
      group.positives += positives;
      group.negatives += negatives;
      counts.set(score, group);
    }
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([score, { positives, negatives }]) => ({ score, positives, negatives }));
}
