/**
 * Upper tail of the Kolmogorov distribution: the limit law of the largest gap between two cumulative curves, times
 * the root of the effective sample size; also of the largest excursion of a Brownian bridge.
 *
 * @param x - the scaled statistic, a number >= 0
 * @returns the probability of a value above x, in [0, 1]; 1 below about 0.04, relative error about 1e-14 in the tail
 * @throws RangeError `Unexpected x -1, expected x >= 0`
 * @see Kolmogorov 1933, Giornale dell'Istituto Italiano degli Attuari 4:83; both series, of which one always converges
 *   fast, in Marsaglia, Tsang & Wang 2003, J. Stat. Softw. 8(18)
 * @example
 * kolmogorovUpperTail(1.3580986393225505) // 0.05
 */
export function kolmogorovUpperTail(x: number): number {
  if (!(x >= 0)) throw new RangeError(`Unexpected x ${x}, expected x >= 0`);
  if (x < 0.04) return 1;
  return x < 1 ? 1 - lowerSeries(x) : upperSeries(x);
}

/** The theta function in its form for small x: sqrt(2 pi) / x * sum of exp(-(2k - 1)^2 pi^2 / (8 x^2)). */
function lowerSeries(x: number): number {
  const rate = (Math.PI / x) ** 2 / 8;
  let sum = 0;
  for (let odd = 7; odd >= 1; odd -= 2) sum += Math.exp(-odd * odd * rate);
  return (Math.sqrt(2 * Math.PI) / x) * sum;
}

/** 2 * sum of (-1)^(k - 1) exp(-2 k^2 x^2), from the smallest term up. */
function upperSeries(x: number): number {
  let sum = 0;
  for (let k = 6; k >= 1; k -= 1) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * x * x);
  return sum;
}
