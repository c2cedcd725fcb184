import { checkShare } from "./check-share.js";

/**
 * Quantile of a sample by linear interpolation between order statistics (type 7, the default of R and numpy).
 *
 * @param sorted - finite numbers in ascending order
 * @param share - the share of the sample that lies below, a fraction in [0, 1]
 * @returns the quantile in the unit of the sample; `null` for an empty sample
 * @throws RangeError `Unexpected share 1.2, expected 0 <= share <= 1`
 * @see Hyndman & Fan 1996, The American Statistician 50:361
 * @example
 * sampleQuantile([1, 2, 4, 8], 0.5) // 3
 */
export function sampleQuantile(sorted: ArrayLike<number>, share: number): number | null {
  const place = checkShare("share", share) * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return null;
  return below === above ? below : below + (place - Math.floor(place)) * (above - below);
}
