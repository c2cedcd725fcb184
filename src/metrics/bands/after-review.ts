import type { Cell } from "../../model/cell.js";
import { moverSum } from "../../stats/mover-sum.js";
import { missing, type Measured } from "../metric.js";
import { contextOf } from "./banded.js";

/**
 * What the model lets go wrong, and what its reviewers then add.
 *
 * @param rateOf - share of one class that gets an outcome, from the cell of that outcome
 * @param error - share of that class the reviewers decide wrongly; null where nobody measured it
 */
export function afterReview(
  wrong: Cell,
  read: Cell,
  error: number | null,
  rateOf: (cell: Cell, context: ReturnType<typeof contextOf>) => Measured,
  level: number,
): Measured {
  const context = contextOf(level, null);
  const [alone, reviewed] = [rateOf(wrong, context), rateOf(read, context)];
  if (alone.value === null || reviewed.value === null) return missing(alone.reason ?? "no-value", alone.n);
  if (error === null) return missing("reviewers-not-measured", alone.n);
  const { value, interval } = reviewed;
  const total = alone.value + error * value;
  const plain = { ...missing("", alone.n), value: total, nEffective: alone.nEffective };
  if (alone.interval === null || interval === null) return { ...plain, reason: "no-interval" };
  const { low, high } = moverSum([
    { value: alone.value, low: alone.interval.low, high: alone.interval.high, weight: 1 },
    { value, low: interval.low, high: interval.high, weight: error },
  ]);
  return {
    ...plain,
    reason: null,
    interval: {
      low: Math.max(0, low),
      high: Math.min(1, high),
      level,
      method: "MOVER, reviewers' error as stated",
      side: "two-sided",
    },
  };
}
