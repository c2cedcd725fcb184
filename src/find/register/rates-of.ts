import { allMetrics } from "../../metrics/all.js";
import type { Estimate, Limitation } from "../../model/assessment.js";
import type { Evidence } from "../../model/evidence.js";
import { refFromText } from "../../model/estimate-ref.js";
import { sliceIdFromText } from "../../model/slice-id.js";
import { rangeOf } from "../../model/range-of.js";

/** Confidence of the bound a likelihood rests on, one-sided. */
const confidence = 0.95;

/** How often decisions of one kind are wrong, and the share that the evidence does not rule out. */
export interface ErrorRate {
  readonly estimate: Estimate;
  /** A fraction in [0, 1]. */
  readonly point: number;
  /** One-sided 95 % upper bound; null where the rate was reported without counts. */
  readonly upper: number | null;
}

/** The estimates a record names, and those its findings rest on: of its own slice where it has one. */
export function evidenceOf(
  evidence: Evidence,
  { evidence: named = [], affected }: Pick<Limitation, "evidence" | "affected">,
): Estimate[] {
  const wanted = new Set(named.map(refFromText));
  const found = evidence.estimates.filter(
    ({ id, evaluation }) => wanted.has(id) || wanted.has(id.slice(evaluation.length + 1)),
  );
  const slice = affected?.slice === undefined ? null : sliceIdFromText(affected.slice);
  const own = found.filter((estimate) => estimate.slice === slice);
  return own.length > 0 ? own : found;
}

/**
 * An estimate as a rate of wrong decisions; null for one that is none, such as a base rate or a slope.
 *
 * Of a rate that should be high, such as recall, it is the complement. Bounds are exact (Clopper-Pearson), on as many
 * cases as the rows are worth; without counts the end of an interval that covers enough.
 */
export function errorRateOf(estimate: Estimate): ErrorRate | null {
  const { value, unit, metric } = estimate;
  const better = allMetrics.find(({ id }) => id === metric)?.better ?? null;
  if (value === null || unit !== "share" || better === null) return null;
  const point = better === "lower" ? value : 1 - value;
  const { reason, numerator, denominator, n, n_effective: nEffective, interval } = estimate;
  const range = rangeOf({ value, reason, numerator, denominator, n, nEffective, interval, unit }, confidence);
  if (range === null) return { estimate, point, upper: null };
  const upper = better === "lower" ? range.high : 1 - range.low;
  return { estimate, point, upper: Number.isFinite(upper) ? Math.min(1, Math.max(point, upper)) : null };
}
