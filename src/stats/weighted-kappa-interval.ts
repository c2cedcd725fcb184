import { checkConfusionMatrix } from "./check-confusion-matrix.js";
import { compensatedSum } from "./compensated-sum.js";
import { disagreementWeight } from "./disagreement-weight.js";
import { normalCriticalValue } from "./normal-critical-value.js";
import type { Bounds, ConfusionMatrix } from "./types.js";
import { weightedKappa } from "./weighted-kappa.js";

/**
 * Large-sample interval of Cohen's kappa, plain or weighted, clipped to [-1, 1].
 *
 * @param matrix - counts of units by the first coder's category (row) and the second's (column)
 * @param weights - as weightedKappa; defaults to "none"
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns bounds in [-1, 1]; `null` where kappa is undefined or its estimated variance is 0, as at full agreement
 * @throws RangeError for a malformed matrix, as checkConfusionMatrix
 * @see Fleiss, Cohen & Everitt 1969, Psychol. Bull. 72:323
 * @example
 * weightedKappaInterval([[20, 5], [10, 15]]) // { low: 0.1511, high: 0.6489 }
 */
export function weightedKappaInterval(
  matrix: ConfusionMatrix,
  weights: "none" | "linear" | "quadratic" = "none",
  level = 0.95,
): Bounds | null {
  const z = normalCriticalValue(level);
  const kappa = weightedKappa(matrix, weights);
  if (kappa === null) return null;

  const { rows, columns, n } = checkConfusionMatrix(matrix);
  const largest = disagreementWeight(0, matrix.length - 1, weights);
  const agreement = (i: number, j: number): number => 1 - disagreementWeight(i, j, weights) / largest;
  const shares = (counts: readonly number[]): number[] => counts.map((count) => count / n);
  const [ofRow, ofColumn] = [shares(rows), shares(columns)];
  const rowMeans = ofRow.map((_, i) => compensatedSum(ofColumn.map((share, j) => share * agreement(i, j))));
  const columnMeans = ofColumn.map((_, j) =>
    compensatedSum(ofRow.map((share, i) => share * agreement(i, j))),
  );
  const cells = matrix.flatMap((row, i) => row.map((count, j) => ({ i, j, share: count / n })));
  const observed = compensatedSum(cells, ({ i, j, share }) => share * agreement(i, j));
  const expected = compensatedSum(ofRow.map((share, i) => share * (rowMeans[i] ?? 0)));

  const squares = compensatedSum(cells, ({ i, j, share }) => {
    const means = (rowMeans[i] ?? 0) + (columnMeans[j] ?? 0);
    return share * (agreement(i, j) * (1 - expected) - means * (1 - observed)) ** 2;
  });
  const centre = observed * expected - 2 * expected + observed;
  const variance = (squares - centre ** 2) / (n * (1 - expected) ** 4);
  // Full agreement leaves rounding noise of either sign in place of a variance of 0.
  if (observed === 1 || !(variance > 1e-15)) return null;

  const half = z * Math.sqrt(variance);
  return { low: Math.max(-1, kappa - half), high: Math.min(1, kappa + half) };
}
