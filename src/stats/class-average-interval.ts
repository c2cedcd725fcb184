import { checkConfusionMatrix, type MatrixMargins } from "./check-confusion-matrix.js";
import { compensatedSum } from "./compensated-sum.js";
import { logistic } from "./logistic.js";
import { logit } from "./logit.js";
import { normalCriticalValue } from "./normal-critical-value.js";
import type { Bounds, ConfusionMatrix } from "./types.js";

/**
 * Interval of an average F1 or a weighted precision, whose parts share cases and so are not independent.
 *
 * The cases are one multinomial sample of matrix cells; the delta method on the log-odds scale gives the bounds.
 *
 * @param matrix - counts by actual class (row) and predicted class (column)
 * @param measure - "f1": 2 tp / (actual + predicted); "precision": tp / predicted
 * @param average - "macro": classes alike; "weighted": by their actual cases. Classes with an undefined value are
 *   left out, with their weight
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns bounds inside (0, 1); `null` where the average is undefined, 0 or 1 or its estimated variance is 0, since
 *   the method would then claim certainty
 * @throws RangeError for a malformed matrix, as checkConfusionMatrix
 * @see Takahashi, Yamamoto, Kuchiba & Koyama 2022, Appl. Intell. 52:4961 (delta method for F1 averages)
 * @example
 * classAverageInterval([[25, 0, 0], [0, 24, 1], [0, 4, 21]], "f1", "macro") // { low: 0.8512, high: 0.9714 }
 */
export function classAverageInterval(
  matrix: ConfusionMatrix,
  measure: "f1" | "precision",
  average: "macro" | "weighted",
  level = 0.95,
): Bounds | null {
  const z = normalCriticalValue(level);
  const margins = checkConfusionMatrix(matrix);
  const { n } = margins;
  const parts = classParts(matrix, margins, measure, average);
  const totalWeight = compensatedSum(parts, ({ weight }) => weight);
  if (totalWeight === 0) return null;
  const value = compensatedSum(parts, ({ weight, value: part }) => weight * part) / totalWeight;
  if (value <= 0 || value >= 1) return null;

  // Derivative of the average by the share of cell (i, j), up to a constant that its variance does not see.
  const byClass = new Map(parts.map((part) => [part.k, part]));
  const slope = (i: number, j: number): number => {
    const actual = byClass.get(i);
    const predicted = byClass.get(j);
    const byActual =
      actual === undefined ? 0 : actual.byActual + actual.weightByActual * (actual.value - value);
    const both = i === j && actual !== undefined ? actual.byBoth : 0;
    return (byActual + (predicted?.byPredicted ?? 0) + both) / totalWeight;
  };
  const cells = matrix.flatMap((row, i) =>
    row.flatMap((count, j) => (count === 0 ? [] : [{ share: count / n, slope: slope(i, j) }])),
  );
  const mean = compensatedSum(cells, (cell) => cell.share * cell.slope);
  const variance = compensatedSum(cells, (cell) => cell.share * (cell.slope - mean) ** 2) / n;
  if (!(variance > 0)) return null;

  const half = (z * Math.sqrt(variance)) / (value * (1 - value));
  return { low: logistic(logit(value) - half), high: logistic(logit(value) + half) };
}

interface ClassPart {
  readonly k: number;
  readonly value: number;
  readonly weight: number;
  /** 1 where the weight is the share of actual cases, 0 where it is constant. */
  readonly weightByActual: number;
  /** Weighted derivatives of the class's value by its shares of actual, predicted and rightly predicted cases. */
  readonly byActual: number;
  readonly byPredicted: number;
  readonly byBoth: number;
}

function classParts(
  matrix: ConfusionMatrix,
  { rows, columns, n }: MatrixMargins,
  measure: "f1" | "precision",
  average: "macro" | "weighted",
): ClassPart[] {
  return matrix.flatMap((row, k) => {
    const both = (row[k] ?? 0) / n;
    const actual = (rows[k] ?? 0) / n;
    const predicted = (columns[k] ?? 0) / n;
    const weight = average === "macro" ? 1 : actual;
    const whole = measure === "f1" ? (actual + predicted) / 2 : predicted;
    if (!(whole > 0) || weight === 0) return [];
    const perWhole = (weight * -both) / whole ** 2;
    return [
      {
        k,
        value: both / whole,
        weight,
        weightByActual: average === "macro" ? 0 : 1,
        byActual: measure === "f1" ? perWhole / 2 : 0,
        byPredicted: measure === "f1" ? perWhole / 2 : perWhole,
        byBoth: weight / whole,
      },
    ];
  });
}
