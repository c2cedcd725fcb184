import { betaPowerTerm } from "./beta-power-term.js";
import { checkShare } from "./check-share.js";

/**
 * A stream of binomial counts, by inversion of a table made once.
 *
 * @param n - trials, an integer >= 0
 * @param p - chance of each, a fraction in [0, 1]
 * @param random - uniform numbers in [0, 1), as seededRandom gives them
 * @returns a function that draws the next count, an integer in [0, n]; counts further than 12 standard deviations (and
 *   30) from the mean are never drawn
 * @throws RangeError `Unexpected n 1.5, expected an integer >= 0`
 * @see Devroye 1986, Non-Uniform Random Variate Generation, III.2 (inversion of a table)
 * @example
 * binomialSampler(10, 0.5, () => 0.5)() // 5
 */
export function binomialSampler(n: number, p: number, random: () => number): () => number {
  checkShare("p", p);
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`Unexpected n ${n}, expected an integer >= 0`);
  if (n === 0 || p === 0) return () => 0;
  if (p === 1) return () => n;

  const reach = 12 * Math.sqrt(n * p * (1 - p)) + 30;
  const first = Math.max(0, Math.floor(n * p - reach));
  const last = Math.min(n, Math.ceil(n * p + reach));
  const cumulative = new Float64Array(last - first + 1);
  let sum = 0;
  for (let x = first; x <= last; x += 1) {
    sum += probability(x, n, p);
    cumulative[x - first] = sum;
  }
  return () => first + placeOf(random() * sum, cumulative);
}

function probability(x: number, n: number, p: number): number {
  // The beta term with shapes x + 1 and n - x + 1 is x^... / B; dividing it by p (1 - p) (n + 1) leaves the binomial.
  return betaPowerTerm(p, 1 - p, x + 1, n - x + 1) / (p * (1 - p) * (n + 1));
}

/** First place whose cumulative weight exceeds the target. */
function placeOf(target: number, cumulative: Float64Array): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] ?? 0) > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
