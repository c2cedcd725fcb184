import type { Interval } from "../model/assessment.js";
import type { Measured } from "./metric.js";

const turned = { "two-sided": "two-sided", "at-least": "at-most", "at-most": "at-least" } as const;

/** Flagged for each one caught: the precision turned round, range and all. */
export function neededToFlag(precision: Measured): Measured {
  const { value, numerator, denominator, interval } = precision;
  if (value === null) return precision;
  // None caught: no number of flagged cases finds one.
  const none = { ...precision, value: null, interval: null, numerator: null, denominator: null };
  if (value === 0) return { ...none, reason: "none-caught" };
  return {
    ...precision,
    value: 1 / value,
    numerator: denominator,
    denominator: numerator,
    interval: interval === null || interval.low === 0 ? null : inverted(interval),
    reason: interval?.low === 0 ? "no-interval" : precision.reason,
  };
}

function inverted({ low, high, side, ...rest }: Interval): Interval {
  return { ...rest, low: 1 / high, high: 1 / low, side: turned[side] };
}
