import { checkPValues } from "./check-p-values.js";

/**
 * Holm adjusted p-values: as safe as Bonferroni, never larger.
 *
 * @param pValues - p-values in [0, 1], any order
 * @returns adjusted p-values in [0, 1] in the order of the input; [] for none
 * @throws RangeError `Unexpected p-value 1.2 at 0, expected 0 <= p <= 1`
 * @see Holm 1979, Scand. J. Stat. 6:65
 * @example
 * holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holm(pValues: readonly number[]): number[] {
  checkPValues(pValues);
  const ascending = [...pValues.entries()].sort(([, a], [, b]) => a - b);

  const adjusted = new Array<number>(pValues.length).fill(1);
  let largest = 0;
  ascending.forEach(([index, p], position) => {
    largest = Math.min(1, Math.max(largest, p * (pValues.length - position)));
    adjusted[index] = largest;
  });
  return adjusted;
}
