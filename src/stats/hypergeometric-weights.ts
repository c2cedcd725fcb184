/**
 * Chances of every table with the margins of two groups, relative to the likeliest one.
 *
 * @param n1 - cases in the first group, a count
 * @param n2 - cases in the second group, a count
 * @param total - cases that have the property in both groups together, a count of at most n1 + n2
 * @returns weight of each possible count of the property in the first group; 1 at the likeliest count, and left
 *   out where it falls below about 1e-308
 * @example
 * [...hypergeometricWeights(1, 1, 1)] // [[1, 1], [0, 1]]
 */
export function hypergeometricWeights(n1: number, n2: number, total: number): ReadonlyMap<number, number> {
  const least = Math.max(0, total - n2);
  const most = Math.min(n1, total);
  const mode = Math.min(most, Math.max(least, Math.floor(((n1 + 1) * (total + 1)) / (n1 + n2 + 2))));

  // How much likelier x + 1 is than x: weights relative to the likeliest table need no factorials.
  const growth = (x: number): number => ((total - x) / (x + 1)) * ((n1 - x) / (n2 - total + x + 1));
  const weights = new Map([[mode, 1]]);
  let weight = 1;
  for (let x = mode; x < most && weight > 0; x += 1) {
    weight *= growth(x);
    weights.set(x + 1, weight);
  }
  weight = 1;
  for (let x = mode - 1; x >= least && weight > 0; x -= 1) {
    weight /= growth(x);
    weights.set(x, weight);
  }
  return weights;
}
