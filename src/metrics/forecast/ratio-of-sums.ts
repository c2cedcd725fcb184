import type { Interval } from "../../model/assessment.js";
import { blockRatioInterval } from "../../stats/block-ratio-interval.js";
import { compensatedSum } from "../../stats/compensated-sum.js";
import { ratioInterval, type RatioSums } from "../../stats/ratio-interval.js";
import type { Bounds } from "../../stats/types.js";
import { missing, type Measured } from "../metric.js";
import type { ErrorCounts, UnitSums } from "./error-counts.js";

/** A metric that is one sum over another. */
export interface Ratio {
  /** Name of the row sums that belong to it. */
  readonly id: string;
  readonly x: (unit: UnitSums) => number;
  readonly y: (unit: UnitSums) => number;
  /** Reason where the sum below is not above 0. */
  readonly otherwise: string;
  /** Rising function from the ratio to the metric; the ratio itself by default. */
  readonly scale?: (ratio: number) => number;
}

/**
 * A ratio of sums with its interval: by blocks of periods where there is an order in time, else by Student's t over
 * subjects or rows.
 */
export function ratioOfSums(counts: ErrorCounts, level: number, ratio: Ratio): Measured {
  const { units } = counts;
  const { x, y, scale = (value: number): number => value } = ratio;
  const n = compensatedSum(units, (unit) => unit.n);
  const above = compensatedSum(units, x);
  const below = compensatedSum(units, y);
  if (n === 0) return missing("no-cases");
  if (!(below > 0)) return missing(ratio.otherwise, n);

  const { bounds, reason, method } = boundsOf(counts, level, ratio);
  const interval: Interval | null =
    bounds === null
      ? null
      : { low: scale(bounds.low), high: scale(bounds.high), level, method, side: "two-sided" };
  return { ...missing(reason, n), value: scale(above / below), interval };
}

interface FoundBounds {
  readonly bounds: Bounds | null;
  readonly reason: string;
  readonly method: string;
}

function boundsOf(counts: ErrorCounts, level: number, { id, x, y }: Ratio): FoundBounds {
  const { units, unit, draws, rowSums } = counts;
  if (unit === "periods") {
    const { blockLength, replicates, seed } = draws;
    const method = `moving-block bootstrap (Kuensch), blocks of ${blockLength}, ${replicates} replicates, seed ${seed}`;
    // A group may cover few periods only: its blocks must still fit in.
    const filled = units.filter((one) => one.n > 0);
    if (filled.length < 5 * blockLength) return { bounds: null, reason: "too-few-blocks", method };
    const { interval, reason = "" } = blockRatioInterval(filled.map(x), filled.map(y), { ...draws, level });
    return { bounds: interval, reason, method };
  }
  const sums = unit === "subjects" ? sumsOf(units, x, y) : (rowSums[id] ?? null);
  const bounds = sums === null ? null : ratioInterval(sums, level);
  const method = `linearised ratio, Student t over ${unit} (Cochran)`;
  return { bounds, reason: bounds === null ? "too-few-units" : "", method };
}

function sumsOf(units: readonly UnitSums[], x: Ratio["x"], y: Ratio["y"]): RatioSums {
  const used = units.filter((one) => one.n > 0);
  return {
    units: used.length,
    x: compensatedSum(used, x),
    y: compensatedSum(used, y),
    xx: compensatedSum(used, (one) => x(one) ** 2),
    xy: compensatedSum(used, (one) => x(one) * y(one)),
    yy: compensatedSum(used, (one) => y(one) ** 2),
  };
}
