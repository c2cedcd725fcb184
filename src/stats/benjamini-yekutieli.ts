import { stepUpAdjustment } from "./step-up-adjustment.js";

/**
 * Benjamini-Yekutieli adjusted p-values: false discovery rate under any dependence between the tests.
 *
 * @param pValues - p-values in [0, 1], any order
 * @returns adjusted p-values in [0, 1] in the order of the input; [] for none
 * @throws RangeError `Unexpected p-value 1.2 at 0, expected 0 <= p <= 1`
 * @see Benjamini & Yekutieli 2001, Ann. Stat. 29:1165
 * @example
 * benjaminiYekutieli([0.01, 0.04, 0.03]) // [0.055, 0.0733, 0.0733]
 */
export function benjaminiYekutieli(pValues: readonly number[]): number[] {
  let harmonic = 0;
  for (let rank = pValues.length; rank >= 1; rank -= 1) harmonic += 1 / rank;
  return stepUpAdjustment(pValues, (rank) => (pValues.length * harmonic) / rank);
}
