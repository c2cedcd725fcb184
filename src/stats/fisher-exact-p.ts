import { checkProportion } from "./check-proportion.js";
import { hypergeometricWeights } from "./hypergeometric-weights.js";

/**
 * Two-sided p-value of Fisher's exact test for two independent proportions.
 *
 * @param x1 - cases that have the property in the first group, a count
 * @param n1 - cases in the first group, a count
 * @param x2 - the same in the second group
 * @param n2 - the same in the second group
 * @returns the probability, given the margins, of a table no likelier than this one, in [0, 1]; 1 where only one
 *   table exists (an empty group, or x1 + x2 of 0 or of all); 0 where it falls below about 1e-308
 * @throws RangeError `Unexpected x 5 of n 3, expected 0 <= x <= n`
 * @see Fisher 1935, JRSS 98:39; tables within a relative 1e-7 count as ties, as in R's fisher.test
 * @example
 * fisherExactP(56, 70, 48, 80) // 0.0125211
 */
export function fisherExactP(x1: number, n1: number, x2: number, n2: number): number {
  checkProportion(x1, n1);
  checkProportion(x2, n2);

  const weights = hypergeometricWeights(n1, n2, x1 + x2);
  return shareUpTo((weights.get(x1) ?? 0) * (1 + 1e-7), [...weights.values()]);
}

/** Share of the total weight held by weights at or below a limit, summed from the smallest up. */
function shareUpTo(limit: number, weights: readonly number[]): number {
  let all = 0;
  let extreme = 0;
  for (const weight of weights.toSorted((a, b) => a - b)) {
    all += weight;
    if (weight <= limit) extreme = all;
  }
  return extreme / all;
}
