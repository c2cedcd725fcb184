/**
 * Cases whose actual class is among the k highest scores.
 *
 * @param rows - index of the actual class and one finite score per class
 * @param k - how many classes may be named, an integer >= 1
 * @returns x cases of n; a class that ties with the actual one counts as ranked before it, so a constant score gains
 *   nothing
 * @throws RangeError `Unexpected k 0, expected an integer >= 1`, `Unexpected class 3, expected 0 to 1`
 * @see Russakovsky et al. 2015, Int. J. Comput. Vis. 115:211 (top-5 error)
 * @example
 * topKHits([{ actual: 0, scores: [0.5, 0.3, 0.2] }, { actual: 2, scores: [0.5, 0.3, 0.2] }], 2) // { x: 1, n: 2 }
 */
export function topKHits(
  rows: readonly { readonly actual: number; readonly scores: readonly number[] }[],
  k: number,
): { readonly x: number; readonly n: number } {
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`Unexpected k ${k}, expected an integer >= 1`);
  const hits = rows.filter(({ actual, scores }) => {
    const own = scores[actual];
    if (own === undefined)
      throw new RangeError(`Unexpected class ${actual}, expected 0 to ${scores.length - 1}`);
    return scores.filter((score, j) => j !== actual && score >= own).length < k;
  });
  return { x: hits.length, n: rows.length };
}
