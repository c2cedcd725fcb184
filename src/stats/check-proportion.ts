/**
 * Throws unless x of n is a count of a count: integers with 0 <= x <= n.
 *
 * @param x - cases that have the property, a count
 * @param n - cases looked at, a count
 * @returns x / n, a fraction in [0, 1]; `null` for n = 0, where no share exists
 * @throws RangeError `Unexpected x 5 of n 3, expected 0 <= x <= n`
 * @example
 * checkProportion(81, 263) // 0.30798
 */
export function checkProportion(x: number, n: number): number | null {
  if (!Number.isInteger(x) || !Number.isInteger(n)) {
    throw new RangeError(`Unexpected x ${x} of n ${n}, expected integers`);
  }
  if (x < 0 || x > n) throw new RangeError(`Unexpected x ${x} of n ${n}, expected 0 <= x <= n`);

  return n === 0 ? null : x / n;
}
