import { checkPValues } from "./check-p-values.js";

/**
 * Bonferroni adjusted p-values: the chance of any false rejection stays at the level, whatever the dependence.
 *
 * @param pValues - p-values in [0, 1], any order
 * @returns adjusted p-values in [0, 1] in the order of the input; [] for none
 * @throws RangeError `Unexpected p-value 1.2 at 0, expected 0 <= p <= 1`
 * @see Dunn 1961, JASA 56:52
 * @example
 * bonferroni([0.01, 0.04, 0.5]) // [0.03, 0.12, 1]
 */
export function bonferroni(pValues: readonly number[]): number[] {
  checkPValues(pValues);
  return pValues.map((p) => Math.min(1, p * pValues.length));
}
