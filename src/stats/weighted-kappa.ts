import { checkConfusionMatrix } from "./check-confusion-matrix.js";
import { compensatedSum } from "./compensated-sum.js";
import { disagreementWeight } from "./disagreement-weight.js";
import type { ConfusionMatrix } from "./types.js";

/**
 * Cohen's kappa of two coders over any number of categories, plain or with weights for near misses.
 *
 * @param matrix - counts of units by the first coder's category (row) and the second's (column)
 * @param weights - "none" for kappa itself; "linear" or "quadratic" where the categories are ordered; defaults to "none"
 * @returns a number in [-1, 1], 0 at chance; `null` without units and where both coders use one same category only
 * @throws RangeError for a malformed matrix, as checkConfusionMatrix
 * @see Cohen 1960, Educ. Psychol. Meas. 20:37; Cohen 1968, Psychol. Bull. 70:213
 * @example
 * weightedKappa([[20, 5], [10, 15]]) // 0.4
 */
export function weightedKappa(
  matrix: ConfusionMatrix,
  weights: "none" | "linear" | "quadratic" = "none",
): number | null {
  const { rows, columns, n } = checkConfusionMatrix(matrix);
  if (n === 0) return null;

  const sumOver = (share: (i: number, j: number) => number): number =>
    compensatedSum(
      matrix.flatMap((row, i) => row.map((_, j) => disagreementWeight(i, j, weights) * share(i, j))),
    );
  const observed = sumOver((i, j) => (matrix[i]?.[j] ?? 0) / n);
  const expected = sumOver((i, j) => ((rows[i] ?? 0) / n) * ((columns[j] ?? 0) / n));
  return expected === 0 ? null : 1 - observed / expected;
}
