import { logGamma } from "./log-gamma.js";

/**
 * One draw of a binomial count, exact, by inversion from the mode outwards: about as many steps as the standard
 * deviation.
 *
 * @param n - trials, an integer >= 0
 * @param p - chance of each, a fraction in [0, 1]
 * @param random - uniform numbers in [0, 1), as seededRandom gives them; one is taken, none where the count is certain
 * @returns successes, an integer in [0, n]
 * @throws RangeError `Unexpected n -1 and p 0.5, expected an integer n >= 0 and 0 <= p <= 1`
 * @see Devroye 1986, Non-Uniform Random Variate Generation, X.4 (inversion by search from the mode)
 * @example
 * binomialDraw(10, 0.3, () => 0.5) // 2
 */
export function binomialDraw(n: number, p: number, random: () => number): number {
  if (!Number.isInteger(n) || n < 0 || !(p >= 0 && p <= 1)) {
    throw new RangeError(`Unexpected n ${n} and p ${p}, expected an integer n >= 0 and 0 <= p <= 1`);
  }
  if (n === 0 || p === 0) return 0;
  if (p === 1) return n;

  const mode = Math.min(n, Math.floor((n + 1) * p));
  const odds = p / (1 - p);
  let low = mode;
  let high = mode;
  let below = chanceOf(mode, n, p);
  let above = below;
  let left = random() - below;
  // Each step takes the next count on either side; what is left over by rounding falls to an outermost one.
  while (left >= 0 && (low > 0 || high < n) && below + above > 0) {
    below = low > 0 ? (below * low) / ((n - low + 1) * odds) : 0;
    above = high < n ? (above * (n - high) * odds) / (high + 1) : 0;
    if (high < n) {
      high += 1;
      left -= above;
      if (left < 0) return high;
    }
    if (low > 0) {
      low -= 1;
      left -= below;
      if (left < 0) return low;
    }
  }
  return left < 0 ? mode : low;
}

function chanceOf(x: number, n: number, p: number): number {
  const ways = logGamma(n + 1) - logGamma(x + 1) - logGamma(n - x + 1);
  return Math.exp(ways + x * Math.log(p) + (n - x) * Math.log1p(-p));
}
