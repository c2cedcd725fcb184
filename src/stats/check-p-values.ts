/**
 * Throws unless every p-value lies in [0, 1].
 *
 * @param pValues - p-values of a family of tests
 * @throws RangeError `Unexpected p-value 1.2 at 0, expected 0 <= p <= 1`
 * @example
 * checkPValues([0.01, 1]) // undefined
 */
export function checkPValues(pValues: readonly number[]): void {
  for (const [index, p] of pValues.entries()) {
    if (p >= 0 && p <= 1) continue;
    throw new RangeError(`Unexpected p-value ${p} at ${index}, expected 0 <= p <= 1`);
  }
}
