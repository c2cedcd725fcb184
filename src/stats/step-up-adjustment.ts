import { checkPValues } from "./check-p-values.js";

/**
 * Adjusted p-values of a step-up procedure: p(i) times a factor per rank, made monotone from the largest down.
 *
 * @param pValues - p-values in [0, 1], any order
 * @param factor - multiplier of the p-value of a rank; rank 1 is the smallest
 * @returns adjusted p-values in [0, 1] in the order of the input; [] for none
 * @throws RangeError for a p-value outside [0, 1]
 * @see Benjamini & Hochberg 1995, JRSS B 57:289
 * @example
 * stepUpAdjustment([0.04, 0.01], (rank) => 2 / rank) // [0.04, 0.02]
 */
export function stepUpAdjustment(pValues: readonly number[], factor: (rank: number) => number): number[] {
  checkPValues(pValues);
  const descending = [...pValues.entries()].sort(([, a], [, b]) => b - a);

  const adjusted = new Array<number>(pValues.length).fill(1);
  let smallest = 1;
  descending.forEach(([index, p], position) => {
    smallest = Math.min(smallest, p * factor(pValues.length - position));
    adjusted[index] = smallest;
  });
  return adjusted;
}
