import type { ClassScoreTable, ScoreTable } from "./types.js";

/**
 * The scores of one class as a binary question: its own cases are the positives, all others the negatives.
 *
 * @param table - the class's distinct scores ascending with counts by actual class
 * @param own - index of the class
 * @param against - index of the one class to hold it against; defaults to all others
 * @returns a ScoreTable, so that rocAuc, delongInterval and brierScore serve; groups without cases stay in it
 * @see Hand & Till 2001, Mach. Learn. 45:171
 * @example
 * oneVsRestScores([{ score: 0.2, counts: [0, 2, 1] }, { score: 0.9, counts: [3, 1, 0] }], 0) // [{ score: 0.2, positives: 0, negatives: 3 }, { score: 0.9, positives: 3, negatives: 1 }]
 */
export function oneVsRestScores(table: ClassScoreTable, own: number, against?: number): ScoreTable {
  return table.map(({ score, counts }) => {
    const positives = counts[own] ?? 0;
    const all = counts.reduce((sum, count) => sum + count, 0);
    return { score, positives, negatives: against === undefined ? all - positives : (counts[against] ?? 0) };
  });
}
