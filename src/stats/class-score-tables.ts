import type { ClassScoreTable } from "./types.js";

/**
 * Builds one ClassScoreTable per class from rows.
 *
 * @param rows - index of the actual class and one finite score per class, any order
 * @param classes - how many classes there are, an integer >= 0
 * @returns per class its distinct scores ascending with counts by actual class; [] tables for no rows
 * @throws RangeError `Unexpected score NaN, expected a finite number`, `Unexpected class 3, expected 0 to 2`,
 *   `Unexpected 2 scores, expected 3`
 * @example
 * classScoreTables([{ actual: 0, scores: [0.7, 0.3] }, { actual: 1, scores: [0.7, 0.3] }], 2) // [[{ score: 0.7, counts: [1, 1] }], [{ score: 0.3, counts: [1, 1] }]]
 */
export function classScoreTables(
  rows: readonly { readonly actual: number; readonly scores: readonly number[] }[],
  classes: number,
): ClassScoreTable[] {
  const tables = Array.from({ length: classes }, () => new Map<number, number[]>());
  for (const { actual, scores } of rows) {
    if (scores.length !== classes)
      throw new RangeError(`Unexpected ${scores.length} scores, expected ${classes}`);
    if (!Number.isInteger(actual) || actual < 0 || actual >= classes) {
      throw new RangeError(`Unexpected class ${actual}, expected 0 to ${classes - 1}`);
    }
    scores.forEach((score, k) => {
      if (!Number.isFinite(score))
        throw new RangeError(`Unexpected score ${score}, expected a finite number`);
      const counts = tables[k]?.get(score) ?? Array.from({ length: classes }, () => 0);
      counts[actual] = (counts[actual] ?? 0) + 1;
      tables[k]?.set(score, counts);
    });
  }
  return tables.map((table) =>
    [...table].sort(([a], [b]) => a - b).map(([score, counts]) => ({ score, counts })),
  );
}
