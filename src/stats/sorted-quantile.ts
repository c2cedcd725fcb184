/**
 * Quantile of sorted values by linear interpolation between order statistics (type 7, the default of R and NumPy).
 *
 * @param sorted - finite values ascending
 * @param p - share of the values below, a fraction in [0, 1]
 * @returns the quantile, on the scale of the values; `null` without values
 * @throws RangeError `Unexpected p 1.2, expected 0 <= p <= 1`
 * @see Hyndman & Fan 1996, The American Statistician 50:361, definition 7
 * @example
 * sortedQuantile([1, 2, 4, 8], 0.5) // 3
 */
export function sortedQuantile(sorted: readonly number[], p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`Unexpected p ${p}, expected 0 <= p <= 1`);

  const place = p * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return null;
  return below + (place - Math.floor(place)) * (above - below);
}
