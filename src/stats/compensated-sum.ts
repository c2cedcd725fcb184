/**
 * Sum of floats whose rounding error does not grow with their number.
 *
 * @param items - finite numbers, in any order and unit, or anything that `valueOf` makes one of
 * @param valueOf - the number of an item; defaults to the item itself
 * @returns their sum in the same unit; 0 for none
 * @see Neumaier 1974, ZAMM 54:39 (improved Kahan-Babuska summation)
 * @example
 * compensatedSum([1, 1e100, 1, -1e100]) // 2
 */
export function compensatedSum<Item>(
  items: Iterable<Item>,
  valueOf: (item: Item) => number = Number,
): number {
  let sum = 0;
  let lost = 0;
  for (const item of items) {
    const value = valueOf(item);
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
