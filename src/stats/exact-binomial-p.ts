import { checkLevel } from "./check-level.js";
import { checkProportion } from "./check-proportion.js";

/**
 * Two-sided p-value of the exact binomial test: how unusual x of n is when the true share is the one claimed.
 *
 * @param x - cases that have the property, a count
 * @param n - cases looked at, a count
 * @param share - the share claimed, a fraction in (0, 1)
 * @returns the probability of a count no likelier than this one, in [0, 1]; 1 for n = 0; 0 below about 1e-308
 * @throws RangeError `Unexpected x 5 of n 3, expected 0 <= x <= n`
 * @see Clopper & Pearson 1934, Biometrika 26:404; counts within a relative 1e-7 count as ties, as in R's binom.test
 * @example
 * exactBinomialP(17, 24, 0.8) // 0.303446332
 */
export function exactBinomialP(x: number, n: number, share: number): number {
  checkLevel(share, "share");
  if (checkProportion(x, n) === null) return 1;

  const weights = weightsAround(n, share);
  const limit = (weights.get(x) ?? 0) * (1 + 1e-7);
  let all = 0;
  let extreme = 0;
  // From the smallest up, so that a tail is not lost beside the middle.
  for (const weight of [...weights.values()].sort((a, b) => a - b)) {
    all += weight;
    if (weight <= limit) extreme = all;
  }
  return extreme / all;
}

/** Chance of each count relative to the likeliest one; left out below about 1e-308. */
function weightsAround(n: number, share: number): ReadonlyMap<number, number> {
  const mode = Math.min(n, Math.floor((n + 1) * share));
  const growth = (x: number): number => ((n - x) / (x + 1)) * (share / (1 - share));
  const weights = new Map([[mode, 1]]);
  let weight = 1;
  for (let x = mode; x < n && weight > 0; x += 1) {
    weight *= growth(x);
    weights.set(x + 1, weight);
  }
  weight = 1;
  for (let x = mode - 1; x >= 0 && weight > 0; x -= 1) {
    weight /= growth(x);
    weights.set(x, weight);
  }
  return weights;
}
