import { chiSquaredUpperTail } from "./chi-squared-upper-tail.js";
import { regularizedBeta } from "./regularized-beta.js";

/** McNemar's test in its four forms. The chi-squared ones are null without a discordant case. */
export interface McNemar {
  readonly chiSquared: number | null;
  readonly pChiSquared: number | null;
  readonly chiSquaredCorrected: number | null;
  readonly pCorrected: number | null;
  /** Two-sided binomial p at one half: never too small, often too large. */
  readonly pExact: number;
  /** The exact p with half of the observed table's chance: close to its nominal level. */
  readonly pMid: number;
  /** "none-discordant" where the two never disagreed, so that nothing was tested and p is 1. */
  readonly reason: "none-discordant" | null;
}

/**
 * McNemar's test: do two models on the same cases err equally often?
 *
 * @param onlyA - cases that only the first got right, a count
 * @param onlyB - cases that only the second got right, a count
 * @returns the chi-squared statistics without and with Edwards' continuity correction, each with its p on 1 df, and the
 *   exact and the mid-p binomial p-values, in (0, 1]
 * @throws RangeError `Unexpected onlyA -1 and onlyB 3, expected integers >= 0`
 * @see McNemar 1947, Psychometrika 12:153; Edwards 1948, Psychometrika 13:185; Fagerland, Lydersen & Laake 2013, BMC Med.
 *   Res. Methodol. 13:91 (mid-p; its rule for onlyA = onlyB)
 * @example
 * mcnemar(1, 7) // { chiSquared: 4.5, pChiSquared: 0.033895, chiSquaredCorrected: 3.125, pCorrected: 0.0771, pExact: 0.0703125, pMid: 0.0390625, reason: null }
 */
export function mcnemar(onlyA: number, onlyB: number): McNemar {
  if (!Number.isInteger(onlyA) || !Number.isInteger(onlyB) || onlyA < 0 || onlyB < 0) {
    throw new RangeError(`Unexpected onlyA ${onlyA} and onlyB ${onlyB}, expected integers >= 0`);
  }
  const discordant = onlyA + onlyB;
  if (discordant === 0) {
    const none = { chiSquared: null, pChiSquared: null, chiSquaredCorrected: null, pCorrected: null };
    return { ...none, pExact: 1, pMid: 1, reason: "none-discordant" };
  }

  const gap = Math.abs(onlyA - onlyB);
  const chiSquared = gap ** 2 / discordant;
  // Equal counts leave nothing to correct: a half would be taken from a difference of 0.
  const chiSquaredCorrected = Math.max(0, gap - 1) ** 2 / discordant;
  const fewer = Math.min(onlyA, onlyB);
  const upTo = lowerTail(fewer, discordant);
  const below = lowerTail(fewer - 1, discordant);
  return {
    chiSquared,
    pChiSquared: chiSquaredUpperTail(chiSquared, 1),
    chiSquaredCorrected,
    pCorrected: chiSquaredUpperTail(chiSquaredCorrected, 1),
    pExact: Math.min(1, 2 * upTo),
    // 2 P(X <= x) - P(X = x), and 1 - P(X = x) / 2 at the centre, each written without a cancelling term.
    pMid: gap === 0 ? 0.5 + below : upTo + below,
    reason: null,
  };
}

/** Chance of at most x successes in n fair tosses. */
function lowerTail(x: number, n: number): number {
  return x < 0 ? 0 : regularizedBeta(0.5, n - x, x + 1);
}
