/**
 * Throws unless a number of bins is an integer of at least 1.
 *
 * @param name - what the caller calls it, for the message
 * @param bins - number of bins
 * @returns the number, unchanged
 * @throws RangeError `Unexpected bins 0, expected an integer >= 1`
 * @example
 * checkBinCount("bins", 10) // 10
 */
export function checkBinCount(name: string, bins: number): number {
  if (Number.isInteger(bins) && bins >= 1) return bins;
  throw new RangeError(`Unexpected ${name} ${bins}, expected an integer >= 1`);
}
