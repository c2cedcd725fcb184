import type { Estimate } from "../model/assessment.js";
import type { PrintedCount } from "./natural-frequency.js";

/** A share told as a whole number of a round total, with its range in the same unit. */
export interface RestatedRate {
  readonly outOf: number;
  readonly count: PrintedCount;
  readonly complement: PrintedCount;
  readonly range: RestatedRange | null;
}

export interface RestatedRange {
  readonly low: number;
  readonly high: number;
  readonly side: "two-sided" | "at-least" | "at-most";
  /** True when both ends round to the count itself: the range is narrower than one step. */
  readonly narrow: boolean;
}

/** @example restate({value: 0.8333, interval: {low: 0.781, high: 0.875, ...}}, 100) // 83, range 78 to 88 */
export function restate(estimate: Pick<Estimate, "value" | "interval">, outOf: number): RestatedRate | null {
  const { value, interval } = estimate;
  if (value === null) return null;
  const rounded = Math.round(value * outOf);
  return {
    outOf,
    count: { exact: value * outOf, printed: rounded, few: rounded === 0 && value > 0 },
    complement: {
      exact: (1 - value) * outOf,
      printed: outOf - rounded,
      few: outOf === rounded && value < 1,
    },
    range: interval === null ? null : restateRange(value, interval, outOf),
  };
}

function restateRange(
  value: number,
  interval: NonNullable<Estimate["interval"]>,
  outOf: number,
): RestatedRange {
  // None seen, or all: one side is open, and its bound is never rounded towards the promise.
  if (value === 0) return { low: 0, high: Math.ceil(interval.high * outOf), side: "at-most", narrow: false };
  if (value === 1)
    return { low: Math.floor(interval.low * outOf), high: outOf, side: "at-least", narrow: false };
  // An interval never loses its estimate to rounding: ends move outward of the printed count.
  const rounded = Math.round(value * outOf);
  const low = Math.min(Math.round(interval.low * outOf), rounded);
  const high = Math.max(Math.round(interval.high * outOf), rounded);
  return { low, high, side: interval.side, narrow: low === high };
}
