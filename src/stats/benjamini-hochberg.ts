import { stepUpAdjustment } from "./step-up-adjustment.js";

/**
 * Benjamini-Hochberg adjusted p-values: reject those at or below q to keep the false discovery rate at q.
 *
 * @param pValues - p-values in [0, 1] of independent (or positively dependent) tests, any order
 * @returns adjusted p-values in [0, 1] in the order of the input; [] for none
 * @throws RangeError `Unexpected p-value 1.2 at 0, expected 0 <= p <= 1`
 * @see Benjamini & Hochberg 1995, JRSS B 57:289
 * @example
 * benjaminiHochberg([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  return stepUpAdjustment(pValues, (rank) => pValues.length / rank);
}
