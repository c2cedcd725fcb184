import type { ScoreTable } from "./types.js";

/**
 * How many cases of each class a ScoreTable holds.
 *
 * @param table - groups of cases that share a score
 * @returns counts of positives, negatives and both; 0 for an empty table
 * @example
 * classCounts([{ score: 0.5, positives: 1, negatives: 3 }]) // { positives: 1, negatives: 3, n: 4 }
 */
export function classCounts(table: ScoreTable): {
  readonly positives: number;
  readonly negatives: number;
  readonly n: number;
} {
  let positives = 0;
  let negatives = 0;
  for (const group of table) {
    positives += group.positives;
    negatives += group.negatives;
  }
  return { positives, negatives, n: positives + negatives };
}
