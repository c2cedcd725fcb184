/**
 * Sum of floats whose rounding error does not grow with their number.
 *
 * @param values - finite numbers, in any order and unit
 * @returns their sum in the same unit; 0 for none
 * @see Neumaier 1974, ZAMM 54:39 (improved Kahan-Babuska summation)
 * @example
 * compensatedSum([1, 1e100, 1, -1e100]) // 2
 */
export function compensatedSum(values: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
