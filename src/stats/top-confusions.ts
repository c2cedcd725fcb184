import { checkConfusionMatrix } from "./check-confusion-matrix.js";
import type { ConfusionMatrix } from "./types.js";

/** One way to be wrong: cases of `actual` that were taken for `predicted`. */
export interface ClassConfusion {
  /** Index of the actual class. */
  readonly actual: number;
  /** Index of the class predicted instead. */
  readonly predicted: number;
  /** Cases confused so, above 0. */
  readonly count: number;
  /** Cases of the actual class: the count's denominator. */
  readonly ofActual: number;
}

/**
 * The most frequent confusions between classes.
 *
 * @param matrix - counts by actual class (row) and predicted class (column)
 * @param limit - at most so many, an integer >= 0; defaults to all
 * @returns confusions with at least one case, most cases first; equal counts by the larger share of the actual class,
 *   then in matrix order
 * @throws RangeError for a malformed matrix, as checkConfusionMatrix
 * @example
 * topConfusions([[5, 1, 0], [2, 8, 0], [1, 0, 3]], 2) // [{ actual: 1, predicted: 0, count: 2, ofActual: 10 }, { actual: 2, predicted: 0, count: 1, ofActual: 4 }]
 */
export function topConfusions(matrix: ConfusionMatrix, limit = Infinity): ClassConfusion[] {
  const { rows } = checkConfusionMatrix(matrix);
  return matrix
    .flatMap((row, actual) =>
      row.flatMap((count, predicted) =>
        count === 0 || actual === predicted
          ? []
          : [{ actual, predicted, count, ofActual: rows[actual] ?? 0 }],
      ),
    )
    .sort(
      (a, b) =>
        b.count - a.count ||
        a.ofActual - b.ofActual || // Of equal counts the smaller class suffers the larger share.
        a.actual - b.actual ||
        a.predicted - b.predicted,
    )
    .slice(0, limit);
}
