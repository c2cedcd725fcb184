import { exactLowerBound } from "../stats/exact-lower-bound.js";
import { exactUpperBound } from "../stats/exact-upper-bound.js";
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

/** Whole counts of a rate, as many as the rows are worth; null where there are none. */
export function countsOf({
  unit,
  numerator,
  denominator,
  nEffective,
}: Seen): { x: number; n: number } | null {
  if (unit !== "share" || numerator === null || denominator === null) return null;
  if (!Number.isInteger(numerator) || !Number.isInteger(denominator) || denominator === 0) return null;
  // Repeated subjects leave fewer cases than rows; without them the counts are judged as they are.
  const worth = Math.min(1, (nEffective ?? denominator) / denominator);
  const n = Math.floor(denominator * worth);
  return { x: worth === 1 ? numerator : (numerator / denominator) * n, n };
}

/** Exact bounds of a rate with counts, else the ends of an interval that is wide enough; null without either. */
export function rangeOf(seen: Seen, confidence: number): Range | null {
  const counts = countsOf(seen);
  if (counts !== null) {
    const low = exactLowerBound(Math.floor(counts.x), counts.n, confidence);
    const high = exactUpperBound(Math.ceil(counts.x), counts.n, confidence);
    return low === null || high === null ? null : { low, high };
  }
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
