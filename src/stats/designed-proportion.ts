import { logistic } from "./logistic.js";
import { logit } from "./logit.js";
import { studentTQuantile } from "./student-t-quantile.js";
import type { Bounds } from "./types.js";
import { wilsonIntervalFromShare } from "./wilson-interval-from-share.js";

/** A share whose trials come in subjects, of which the design effect is known. */
interface Designed {
  readonly share: number;
  readonly interval: Bounds;
  readonly standardError: number | null;
  readonly designEffect: number | null;
  readonly effectiveN: number;
  readonly method: "cluster-logit-t" | "wilson-subjects";
}

/**
 * Proportion over trials that come in subjects, from its design effect alone: what `clusteredProportion` says once the
 * sums over subjects are taken.
 *
 * @param counts - subjects K, errors of trials, whole counts, and the design effect, above 0; 0 or null where it is
 *   undefined
 * @param level - coverage, a fraction in (0, 1); defaults to 0.95
 * @returns the interval is Student t with K - 1 df on the logit scale; with fewer than 10 subjects, no error, only
 *   errors, or no design effect it is Wilson on K trials, effectiveN = K and the method says so
 * @throws RangeError outside the stated ranges
 * @see Kish 1965, Survey Sampling, 8.2 (design effect); Lumley's R package survey (svyciprop, method "logit")
 * @example
 * designedProportion({ subjects: 12, errors: 8, trials: 48, designEffect: 1.388571 }) // { share: 0.1667, interval: { low: 0.0676, high: 0.3556 }, standardError: 0.0641, designEffect: 1.3886, effectiveN: 34.5679, method: "cluster-logit-t" }
 */
export function designedProportion(
  counts: {
    readonly subjects: number;
    readonly errors: number;
    readonly trials: number;
    readonly designEffect: number | null;
  },
  level = 0.95,
): Designed {
  const { subjects, errors, trials, designEffect } = counts;
  const share = errors / trials;
  const simple = trials > 1 ? (share * (1 - share)) / (trials - 1) : 0;
  const standardError = designEffect === null ? null : Math.sqrt(designEffect * simple);
  if (subjects < 10 || !designEffect || !standardError) {
    const effectiveN = Math.min(subjects, trials);
    const interval = wilsonIntervalFromShare(share, effectiveN, level) ?? { low: 0, high: 1 };
    return { share, interval, standardError, designEffect, effectiveN, method: "wilson-subjects" };
  }

  const t = -studentTQuantile((1 - level) / 2, subjects - 1);
  const half = (t * standardError) / (share * (1 - share));
  return {
    share,
    interval: { low: logistic(logit(share) - half), high: logistic(logit(share) + half) },
    standardError,
    designEffect,
    effectiveN: trials / designEffect,
    method: "cluster-logit-t",
  };
}
