import { checkConfusionMatrix } from "./check-confusion-matrix.js";
import type { Confusion, ConfusionMatrix } from "./types.js";

/**
 * The two-by-two table of each class against all others, so that precision, recall, fBeta and their intervals serve.
 *
 * @param matrix - counts by actual class (row) and predicted class (column)
 * @returns one Confusion per class, in the matrix's order; [] without classes
 * @throws RangeError for a malformed matrix, as checkConfusionMatrix
 * @see Sokolova & Lapalme 2009, Inf. Process. Manag. 45:427
 * @example
 * oneVsRest([[5, 1, 0], [2, 8, 0], [1, 0, 3]]) // [{ tp: 5, fn: 1, fp: 3, tn: 11 }, { tp: 8, fn: 2, fp: 1, tn: 9 }, { tp: 3, fn: 1, fp: 0, tn: 16 }]
 */
export function oneVsRest(matrix: ConfusionMatrix): Confusion[] {
  const { rows, columns, n } = checkConfusionMatrix(matrix);
  return matrix.map((row, k) => {
    const tp = row[k] ?? 0;
    const fn = (rows[k] ?? 0) - tp;
    const fp = (columns[k] ?? 0) - tp;
    return { tp, fn, fp, tn: n - tp - fn - fp };
  });
}
