import { compensatedSum } from "./compensated-sum.js";

/**
 * Throws unless two lists of counts are over the same bins.
 *
 * @param reference - counts per bin, >= 0
 * @param current - counts per bin, >= 0
 * @returns both totals; 0 for an empty sample
 * @throws RangeError `Unexpected 3 bins against 4`, or `Unexpected count -1, expected a number >= 0`
 * @example
 * checkBinCounts([1, 2], [3, 0]) // { reference: 3, current: 3 }
 */
export function checkBinCounts(
  reference: readonly number[],
  current: readonly number[],
): { readonly reference: number; readonly current: number } {
  if (reference.length !== current.length) {
    throw new RangeError(`Unexpected ${current.length} bins against ${reference.length}`);
  }
  for (const count of [...reference, ...current]) {
    if (!(count >= 0 && count < Infinity))
      throw new RangeError(`Unexpected count ${count}, expected a number >= 0`);
  }
  return { reference: compensatedSum(reference), current: compensatedSum(current) };
}
