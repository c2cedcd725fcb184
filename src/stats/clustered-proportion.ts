import { checkLevel } from "./check-level.js";
import { clusterVariance } from "./cluster-variance.js";
import { designedProportion } from "./designed-proportion.js";
import type { Bounds } from "./types.js";

/** Sums over subjects, each with k errors in m trials: all that a clustered proportion needs. Counts. */
export interface ClusterSums {
  readonly subjects: number;
  readonly errors: number;
  readonly trials: number;
  readonly sumK2: number;
  readonly sumKM: number;
  readonly sumM2: number;
}

/** A share whose trials come in subjects. `standardError` and `designEffect` are null where undefined. */
export interface ClusteredProportion {
  readonly share: number;
  readonly interval: Bounds;
  readonly standardError: number | null;
  readonly designEffect: number | null;
  readonly effectiveN: number;
  readonly method: "cluster-logit-t" | "wilson-subjects";
}

/**
 * Proportion over trials that come in subjects (repeated attempts of one person are not independent).
 *
 * @param sums - subjects K, errors = sum k, trials = sum m, and the sums of k^2, k m and m^2; integers >= 0
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns the ratio estimate with its linearised standard error, the design effect v / (p (1 - p) / (n - 1)) and
 *   effectiveN = n / designEffect, above n where subjects differ less than chance. The interval is Student t with
 *   K - 1 df on the logit scale. With fewer than 10 subjects, no error, only errors, or no variance between subjects
 *   it is Wilson on K trials, effectiveN = K and the method says so. `null` without subjects or trials
 * @throws RangeError `Unexpected errors 5 of trials 3, expected 0 <= errors <= trials`
 * @see Cochran 1977, Sampling Techniques, ch. 6 (ratio estimates); Lumley's R package survey (svyciprop, method "logit")
 * @example
 * clusteredProportion({ subjects: 12, errors: 8, trials: 48, sumK2: 14, sumKM: 32, sumM2: 192 }) // { share: 0.1667, interval: { low: 0.0676, high: 0.3557 }, standardError: 0.0641, designEffect: 1.3886, effectiveN: 34.5663, method: "cluster-logit-t" }
 */
export function clusteredProportion(sums: ClusterSums, level = 0.95): ClusteredProportion | null {
  check(sums);
  const { subjects, errors, trials } = sums;
  checkLevel(level);
  if (subjects === 0 || trials === 0) return null;

  const { variance, designEffect } = clusterVariance(sums);
  const standardError = variance === null ? null : Math.sqrt(variance);
  return { ...designedProportion({ subjects, errors, trials, designEffect }, level), standardError };
}

function check(sums: ClusterSums): void {
  for (const [name, count] of Object.entries(sums) as [string, number][]) {
    if (Number.isInteger(count) && count >= 0) continue;
    throw new RangeError(`Unexpected ${name} ${count}, expected an integer >= 0`);
  }
  const { errors, trials } = sums;
  if (errors > trials) {
    throw new RangeError(`Unexpected errors ${errors} of trials ${trials}, expected 0 <= errors <= trials`);
  }
}
