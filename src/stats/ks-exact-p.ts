/**
 * Exact two-sided p-value of the two-sample Kolmogorov-Smirnov statistic, without ties.
 *
 * Counts the orders of the pooled sample as walks from (0, 0) to (n, m): those that touch the observed gap, as a share
 * of all. Each step is weighted by its chance, so that neither overflow nor cancellation arises.
 *
 * @param n - size of the first sample, an integer >= 1
 * @param m - size of the second sample, an integer >= 1
 * @param gap - the largest |i m - j n| over the walk, an integer in [0, n m]; D is gap / (n m)
 * @returns the probability of a gap at least as large when both samples come from one distribution, in [0, 1]
 * @throws RangeError `Unexpected gap 7 of 2 x 3, expected an integer in [0, 6]`
 * @see Hodges 1958, Arkiv foer Matematik 3:469
 * @example
 * ksExactP(4, 4, 12) // 0.22857
 */
export function ksExactP(n: number, m: number, gap: number): number {
  if (!Number.isInteger(gap) || gap < 0 || gap > n * m) {
    throw new RangeError(`Unexpected gap ${gap} of ${n} x ${m}, expected an integer in [0, ${n * m}]`);
  }
  if (gap === 0) return 1;

  // touched[j]: chance that a random walk, having come to (i, j), has met the gap on its way.
  const touched = new Float64Array(m + 1);
  for (let i = 0; i <= n; i += 1) {
    for (let j = 0; j <= m; j += 1) {
      if (Math.abs(i * m - j * n) >= gap) touched[j] = 1;
      else if (i + j === 0) touched[j] = 0;
      else {
        // Of the ways to (i, j), the share i / (i + j) comes through (i - 1, j).
        const fromLeft = i === 0 ? 0 : i * (touched[j] ?? 0);
        const fromBelow = j === 0 ? 0 : j * (touched[j - 1] ?? 0);
        touched[j] = (fromLeft + fromBelow) / (i + j);
      }
    }
  }
  return touched[m] ?? 1;
}
