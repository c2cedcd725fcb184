import { checkProportion } from "./check-proportion.js";
import { hypergeometricWeights } from "./hypergeometric-weights.js";

/**
 * One-sided p-value of Fisher's exact test: that the first of two independent proportions is greater.
 *
 * @param x1 - cases that have the property in the first group, a count
 * @param n1 - cases in the first group, a count
 * @param x2 - the same in the second group
 * @param n2 - the same in the second group
 * @returns the probability, given the margins, of x1 or more in the first group, in [0, 1]; 1 where only one table
 *   exists
 * @throws RangeError `Unexpected x 5 of n 3, expected 0 <= x <= n`
 * @see Fisher 1935, JRSS 98:39
 * @example
 * fisherExactGreaterP(56, 70, 48, 80) // 0.00632
 */
export function fisherExactGreaterP(x1: number, n1: number, x2: number, n2: number): number {
  checkProportion(x1, n1);
  checkProportion(x2, n2);

  let all = 0;
  let extreme = 0;
  // From the smallest weight up, so that the many small ones are not lost beside the large ones.
  for (const [x, weight] of [...hypergeometricWeights(n1, n2, x1 + x2)].sort(([, a], [, b]) => a - b)) {
    all += weight;
    if (x >= x1) extreme += weight;
  }
  return extreme / all;
}
