import { checkLevel } from "./check-level.js";
import type { ClusterSums } from "./clustered-proportion.js";
import type { Bounds } from "./types.js";
import { wilsonIntervalFromShare } from "./wilson-interval-from-share.js";

/** A share over comparisons of two subjects each. Its design effect is at least 1. */
export interface DyadicProportion {
  readonly share: number;
  readonly interval: Bounds;
  readonly standardError: number;
  readonly designEffect: number;
  readonly effectiveN: number;
}

/**
 * Proportion over comparisons of two subjects, any two of which go together when they share a subject.
 *
 * Needs one pass over subjects where a bootstrap needs many over pairs. Repeated comparisons of the same two subjects
 * are taken for independent in the term that is subtracted, which makes it conservative.
 *
 * @param sums - errors and trials of the comparisons, each once; subjects, and the sums of k^2, k m and m^2 over them,
 *   where k and m count a comparison at both of its subjects; integers >= 0
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns the share; variance (sum over subjects of (k - p m)^2 - n p (1 - p)) / n^2, not below that of independent
 *   comparisons; Wilson's interval on effectiveN = n / design effect. `null` without trials, or where all or none of
 *   them are errors: then no variance can be had
 * @throws RangeError `Unexpected errors 5 of trials 3, expected 0 <= errors <= trials`
 * @see Aronow, Samii & Assenova 2015, Political Analysis 23:564; Fafchamps & Gubert 2007, J. Dev. Econ. 83:326
 * @example
 * dyadicProportion({ subjects: 4, errors: 2, trials: 6, sumK2: 6, sumKM: 12, sumM2: 36 }) // { share: 0.3333, interval: { low: 0.0968, high: 0.7 }, standardError: 0.1925, designEffect: 1, effectiveN: 6 }
 */
export function dyadicProportion(sums: ClusterSums, level = 0.95): DyadicProportion | null {
  const { errors, trials, sumK2, sumKM, sumM2 } = sums;
  checkLevel(level);
  if (!(errors >= 0 && errors <= trials)) {
    throw new RangeError(`Unexpected errors ${errors} of trials ${trials}, expected 0 <= errors <= trials`);
  }
  if (trials === 0 || errors === 0 || errors === trials) return null;

  const share = errors / trials;
  const independent = trials * share * (1 - share);
  const squares = sumK2 - 2 * share * sumKM + share * share * sumM2;
  const designEffect = Math.max(1, (squares - independent) / independent);
  const effectiveN = trials / designEffect;
  const interval = wilsonIntervalFromShare(share, effectiveN, level) ?? { low: 0, high: 1 };
  const standardError = Math.sqrt((share * (1 - share)) / effectiveN);
  return { share, interval, standardError, designEffect, effectiveN };
}
