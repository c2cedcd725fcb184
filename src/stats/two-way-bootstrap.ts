import { bootstrapReplicates } from "./bootstrap-replicates.js";
import { checkLevel } from "./check-level.js";
import { percentileInterval } from "./percentile-interval.js";
import type { Bounds } from "./types.js";

/** Comparisons of one subject's samples with those of another, or with their own. Counts; subjects numbered from 0. */
export interface SubjectPair {
  readonly probe: number;
  readonly reference: number;
  readonly errors: number;
  readonly trials: number;
}

/** An error rate over pairs of subjects. What the replicates do not carry is `null`, and `reason` says why. */
export interface TwoWayEstimate {
  readonly rate: number;
  readonly interval: Bounds | null;
  readonly standardError: number | null;
  readonly designEffect: number | null;
  readonly effectiveN: number | null;
  readonly reason: "too-few-subjects" | "replicates-undefined" | "replicates-equal" | null;
  readonly undefinedDraws: number;
  readonly draws: number;
  readonly seed: number;
}

/**
 * Error rate over comparisons that share subjects on both sides, by resampling subjects.
 *
 * Subjects are drawn with replacement; a comparison is kept when both its subjects were drawn and counts as often as
 * the product of how often they were. Comparisons of a subject with themselves count as often as the subject.
 *
 * @param pairs - errors and trials per pair of subjects, counts with errors <= trials
 * @param plan - `level`, coverage, a fraction in (0, 1), defaults to 0.95; `draws` and `seed` as bootstrapReplicates
 * @returns the rate; percentile interval and standard error of the draws; design effect = variance over that of as
 *   many independent comparisons; effectiveN = trials / design effect. Without an interval below two subjects, where
 *   over 5 % of the draws hold no comparison, or where all give the same rate (no error at all, say). `null` without
 *   trials
 * @throws RangeError `Unexpected errors 5 of trials 3, expected 0 <= errors <= trials`
 * @see Bolle, Ratha & Pankanti 2004, Comput. Vis. Image Underst. 93:1 (subsets); Owen 2007, Ann. Appl. Stat. 1:386
 * @example
 * twoWayBootstrap([{ probe: 0, reference: 1, errors: 0, trials: 9 }], { draws: 20 }) // { rate: 0, interval: null, standardError: null, designEffect: null, effectiveN: null, reason: "replicates-undefined", undefinedDraws: 9, draws: 20, seed: 1 }
 */
export function twoWayBootstrap(
  pairs: readonly SubjectPair[],
  plan: { readonly level?: number; readonly draws?: number; readonly seed?: number } = {},
): TwoWayEstimate | null {
  const { level = 0.95, draws = 2000, seed = 1 } = plan;
  checkLevel(level);
  const { probe, reference, errors, trials, subjects } = columnsOf(pairs);
  const rateOf = (times: Uint32Array): number | null => {
    let kept = 0;
    let wrong = 0;
    for (let i = 0; i < probe.length; i += 1) {
      const [a = 0, b = 0] = [probe[i], reference[i]];
      const weight = a === b ? (times[a] ?? 0) : (times[a] ?? 0) * (times[b] ?? 0);
      kept += weight * (trials[i] ?? 0);
      wrong += weight * (errors[i] ?? 0);
    }
    return kept === 0 ? null : wrong / kept;
  };
  const rate = rateOf(new Uint32Array(subjects).fill(1));
  if (rate === null) return null;

  const none = { rate, interval: null, standardError: null, designEffect: null, effectiveN: null };
  if (subjects < 2) return { ...none, reason: "too-few-subjects", undefinedDraws: 0, draws, seed };
  const { values, undefinedDraws } = bootstrapReplicates(subjects, rateOf, { draws, seed });
  const drawn = { undefinedDraws, draws, seed };
  if (undefinedDraws > 0.05 * draws) return { ...none, reason: "replicates-undefined", ...drawn };
  const interval = percentileInterval(values, level);
  if (interval === null) return { ...none, reason: "replicates-equal", ...drawn };

  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  const n = trials.reduce((sum, count) => sum + count, 0);
  // All wrong or none wrong in every comparison kept: caught above, so the rate is strictly between 0 and 1.
  const designEffect = variance / ((rate * (1 - rate)) / n);
  return {
    rate,
    interval,
    standardError: Math.sqrt(variance),
    designEffect,
    effectiveN: n / designEffect,
    reason: null,
    ...drawn,
  };
}

/** Pairs with trials as columns of numbers, and the subjects renumbered without gaps. */
function columnsOf(pairs: readonly SubjectPair[]) {
  const place = new Map<number, number>();
  const placeOf = (subject: number): number => {
    const known = place.get(subject) ?? place.size;
    place.set(subject, known);
    return known;
  };
  for (const { errors, trials } of pairs) {
    if (Number.isInteger(errors) && Number.isInteger(trials) && errors >= 0 && errors <= trials) continue;
    throw new RangeError(`Unexpected errors ${errors} of trials ${trials}, expected 0 <= errors <= trials`);
  }
  const used = pairs.filter(({ trials }) => trials > 0);
  return {
    probe: Int32Array.from(used, (pair) => placeOf(pair.probe)),
    reference: Int32Array.from(used, (pair) => placeOf(pair.reference)),
    errors: Float64Array.from(used, (pair) => pair.errors),
    trials: Float64Array.from(used, (pair) => pair.trials),
    subjects: place.size,
  };
}
