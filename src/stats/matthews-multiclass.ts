import { checkConfusionMatrix } from "./check-confusion-matrix.js";
import { compensatedSum } from "./compensated-sum.js";
import type { ConfusionMatrix } from "./types.js";

/**
 * Correlation of actual and predicted class over many classes (R_K); for two it is Matthews' coefficient.
 *
 * @param matrix - counts by actual class (row) and predicted class (column)
 * @returns a number in [-1, 1]; 0, by convention, where all cases have one actual or one predicted class; `null`
 *   without cases
 * @throws RangeError for a malformed matrix, as checkConfusionMatrix
 * @see Gorodkin 2004, Comput. Biol. Chem. 28:367
 * @example
 * matthewsMulticlass([[25, 0, 0], [0, 24, 1], [0, 4, 21]]) // 0.9022
 */
export function matthewsMulticlass(matrix: ConfusionMatrix): number | null {
  const { rows, columns, agreed, n } = checkConfusionMatrix(matrix);
  if (n === 0) return null;

  // Shares, since the square of a count of 1e8 cases would lose digits.
  const product = (a: readonly number[], b: readonly number[]): number =>
    compensatedSum(a.map((count, k) => (count / n) * ((b[k] ?? 0) / n)));
  const actual = 1 - product(rows, rows);
  const predicted = 1 - product(columns, columns);
  if (actual <= 0 || predicted <= 0) return 0;
  return (agreed / n - product(rows, columns)) / (Math.sqrt(actual) * Math.sqrt(predicted));
}
