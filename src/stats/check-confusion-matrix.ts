import type { ConfusionMatrix } from "./types.js";

/** Margins of a confusion matrix, all counts. */
export interface MatrixMargins {
  /** Cases of each actual class. */
  readonly rows: readonly number[];
  /** Cases each class was predicted for. */
  readonly columns: readonly number[];
  /** Cases on the diagonal: both sides say the same class. */
  readonly agreed: number;
  readonly n: number;
}

/**
 * Throws unless a confusion matrix is square and holds counts.
 *
 * @param matrix - counts by actual class (row) and predicted class (column), in one order
 * @returns its margins; [] and 0 for a matrix without classes
 * @throws RangeError `Unexpected row 0 of 3 counts, expected 2`, `Unexpected count -1, expected an integer >= 0`
 * @example
 * checkConfusionMatrix([[5, 1], [2, 8]]) // { rows: [6, 10], columns: [7, 9], agreed: 13, n: 16 }
 */
export function checkConfusionMatrix(matrix: ConfusionMatrix): MatrixMargins {
  const rows: number[] = [];
  const columns = matrix.map(() => 0);
  let agreed = 0;
  matrix.forEach((row, i) => {
    if (row.length !== matrix.length) {
      throw new RangeError(`Unexpected row ${i} of ${row.length} counts, expected ${matrix.length}`);
    }
    let sum = 0;
    row.forEach((count, j) => {
      if (!Number.isInteger(count) || count < 0) {
        throw new RangeError(`Unexpected count ${count}, expected an integer >= 0`);
      }
      sum += count;
      columns[j] = (columns[j] ?? 0) + count;
      if (i === j) agreed += count;
    });
    rows.push(sum);
  });
  return { rows, columns, agreed, n: rows.reduce((total, count) => total + count, 0) };
}
