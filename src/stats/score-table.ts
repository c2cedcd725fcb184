import type { ScoreTable } from "./types.js";

/**
 * Builds a ScoreTable from rows.
 *
 * @param rows - one scored case each, any order; scores are finite
 * @returns distinct scores ascending with the count of each class; [] for no rows
 * @throws RangeError `Unexpected score NaN, expected a finite number`
 * @example
 * scoreTable([{ score: 0.7, positive: true }, { score: 0.2, positive: false }]) // [{ score: 0.2, positives: 0, negatives: 1 }, { score: 0.7, positives: 1, negatives: 0 }]
 */
export function scoreTable(
  rows: readonly { readonly score: number; readonly positive: boolean }[],
): ScoreTable {
  const counts = new Map<number, { positives: number; negatives: number }>();
  for (const { score, positive } of rows) {
    if (!Number.isFinite(score)) throw new RangeError(`Unexpected score ${score}, expected a finite number`);
    const group = counts.get(score) ?? { positives: 0, negatives: 0 };
    if (positive) group.positives += 1;
    else group.negatives += 1;
    counts.set(score, group);
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([score, { positives, negatives }]) => ({ score, positives, negatives }));
}
