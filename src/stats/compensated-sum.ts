/**
 * Sum of floats whose rounding error does not grow with their number.
 *
 * @param values - finite numbers, in any order and unit; or anything, with a function that gives each its number
 * @returns their sum in the same unit; 0 for none
 * @see Neumaier 1974, ZAMM 54:39 (improved Kahan-Babuska summation)
 * @example
 * compensatedSum([1, 1e100, 1, -1e100]) // 2
 */
export function compensatedSum(values: Iterable<number>): number;
export function compensatedSum<Item>(items: Iterable<Item>, valueOf: (item: Item) => number): number;
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
