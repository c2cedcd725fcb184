import { checkLevel } from "./check-level.js";
import { exactRateBox } from "./exact-rate-box.js";

/** Ratio of two rates. A side is `null` where the data set no bound or no ratio exists. */
export interface RateRatio {
  readonly ratio: number | null;
  readonly low: number;
  readonly high: number | null;
}

/**
 * Ratio of two rare rates with its exact conditional interval, which works with a zero.
 *
 * Given how many errors there were in all, those of the first group are binomial with share n1 r / (n1 r + n2).
 *
 * @param x1 - errors of the first group, a finite number >= 0: a count, or one divided by a design effect
 * @param n1 - its trials, a finite number of at least x1, above 0; divided alike
 * @param x2 - the same in the second group
 * @param n2 - the same in the second group
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns ratio (x1 / n1) / (x2 / n2), `null` at x2 = 0; low 0 at x1 = 0 and high `null` (no upper bound) at x2 = 0.
 *   `null` without errors in both. Errors that are not rare make it conservative
 * @throws RangeError `Unexpected x 5 of n 3, expected 0 <= x <= n, n > 0`
 * @see Przyborowski & Wilenski 1940, Biometrika 31:313; the bounds of Clopper & Pearson 1934
 * @example
 * rateRatioInterval(9, 260, 4, 260) // { ratio: 2.25, low: 0.628, high: 9.9986 }
 */
export function rateRatioInterval(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
  level = 0.95,
): RateRatio | null {
  for (const [x, n] of [
    [x1, n1],
    [x2, n2],
  ] as const) {
    if (x >= 0 && x <= n && n > 0 && Number.isFinite(n)) continue;
    throw new RangeError(`Unexpected x ${x} of n ${n}, expected 0 <= x <= n, n > 0`);
  }
  checkLevel(level);
  if (x1 + x2 === 0) return null;

  const { low, high } = exactRateBox(x1, x1 + x2, (1 + level) / 2);
  const ratioAt = (share: number): number => (share / (1 - share)) * (n2 / n1);
  return {
    ratio: x2 === 0 ? null : x1 / n1 / (x2 / n2),
    low: ratioAt(low),
    high: x2 === 0 ? null : ratioAt(high),
  };
}
