import { exactRateBox } from "../stats/exact-rate-box.js";
import type { Estimate } from "./assessment.js";

/** A value with all that decides about it. */
export interface Seen extends Pick<
  Estimate,
  "value" | "reason" | "numerator" | "denominator" | "n" | "interval" | "unit"
> {
  readonly nEffective: number | null;
}

/** Lower and upper one-sided bounds, each at the confidence asked for; a side without a bound is infinite. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Counts of a rate, as many as the rows are worth, in parts where they share subjects; null where there are none. */
export function countsOf({
  unit,
  numerator,
  denominator,
  nEffective,
}: Seen): { x: number; n: number } | null {
  if (unit !== "share" || numerator === null || denominator === null) return null;
  if (!Number.isInteger(numerator) || !Number.isInteger(denominator) || denominator === 0) return null;
  const n = Math.min(denominator, nEffective ?? denominator);
  // Without repeated subjects the counts are judged as they are, to the last bit.
  return n > 0 ? { x: n === denominator ? numerator : (numerator / denominator) * n, n } : null;
}

/**
 * Exact bounds of a rate with counts, else the ends of an interval that is wide enough; null without either.
 *
 * The one bound of a rate: verdicts, likelihoods of limits and the table of claims all rest on it, so that no document
 * tells two. Counts in parts are not rounded: that would make it another, wider one.
 */
export function rangeOf(seen: Seen, confidence: number): Range | null {
  const counts = countsOf(seen);
  if (counts !== null) return exactRateBox(counts.x, counts.n, confidence);
  const { interval } = seen;
  if (interval === null) return null;
  const covers = interval.side === "two-sided" ? (1 + interval.level) / 2 : interval.level;
  // An interval of less coverage than agreed decides nothing; one of more is on the safe side.
  if (covers < confidence - 1e-12) return null;
  return {
    low: interval.side === "at-most" ? -Infinity : interval.low,
    high: interval.side === "at-least" ? Infinity : interval.high,
  };
}
