/**
 * Log-odds of a share.
 *
 * @param share - a fraction in (0, 1)
 * @returns ln(share / (1 - share)), any finite number
 * @throws RangeError at or outside 0 and 1, where the log-odds are infinite
 * @see Berkson 1944, JASA 39:357
 * @example
 * logit(0.25) // -1.098612288668
 */
export function logit(share: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError(`Unexpected share ${share}, expected 0 < share < 1`);
  return Math.log(share) - Math.log1p(-share);
}
