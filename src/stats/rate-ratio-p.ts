import { regularizedBeta } from "./regularized-beta.js";

/**
 * One-sided p-value of two rare rates: how likely so many errors in the first group are if it errs no more often.
 *
 * @param x1 - errors of the first group, a finite number >= 0: a count, or one divided by a design effect
 * @param n1 - its trials, a finite number of at least x1, above 0; divided alike
 * @param x2 - the same in the second group
 * @param n2 - the same in the second group
 * @param ratio - largest ratio of the rates that the first group is granted, above 0; defaults to 1
 * @returns P(X >= x1) for X binomial on x1 + x2 with share n1 ratio / (n1 ratio + n2), in [0, 1]; 1 at x1 = 0
 * @throws RangeError `Unexpected x 5 of n 3, expected 0 <= x <= n, n > 0`
 * @see Przyborowski & Wilenski 1940, Biometrika 31:313
 * @example
 * rateRatioP(9, 260, 4, 260) // 0.13342
 */
export function rateRatioP(x1: number, n1: number, x2: number, n2: number, ratio = 1): number {
  for (const [x, n] of [
    [x1, n1],
    [x2, n2],
  ] as const) {
    if (x >= 0 && x <= n && n > 0 && Number.isFinite(n)) continue;
    throw new RangeError(`Unexpected x ${x} of n ${n}, expected 0 <= x <= n, n > 0`);
  }
  if (!(ratio > 0 && ratio < Infinity)) throw new RangeError(`Unexpected ratio ${ratio}, expected ratio > 0`);
  return x1 === 0 ? 1 : regularizedBeta((n1 * ratio) / (n1 * ratio + n2), x1, x2 + 1);
}
