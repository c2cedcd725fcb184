/**
 * The equal-width bin of a score, with bins (low, high] and a score of 0 in the first.
 *
 * @param score - a fraction in [0, 1]
 * @param bins - number of bins, an integer of at least 1
 * @returns the index of the bin, an integer in [0, bins - 1]: exactly the one with index / bins < score <=
 *   (index + 1) / bins as doubles, whatever score * bins rounds to (0.07 * 100 is 7.000000000000001)
 * @see reference/golden/G05c_ece_variants.json for the edge rule
 * @example
 * equalWidthBin(0.07, 100) // 6
 */
export function equalWidthBin(score: number, bins: number): number {
  let index = Math.min(bins - 1, Math.max(0, Math.ceil(score * bins) - 1));
  while (index > 0 && score <= index / bins) index -= 1;
  while (index < bins - 1 && score > (index + 1) / bins) index += 1;
  return index;
}
