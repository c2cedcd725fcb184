import type { Interval } from "../../model/assessment.js";
import { clopperPearsonInterval } from "../../stats/clopper-pearson-interval.js";
import { exactLowerBound } from "../../stats/exact-lower-bound.js";
import { exactUpperBound } from "../../stats/exact-upper-bound.js";
import { missing, type Measured } from "../metric.js";

/**
 * A rate that carries a safety claim, with its exact interval. No case at all is "at most", never "0": the bound
 * is then the one-sided one, as for a claim.
 *
 * @param x - cases that have the property, a count
 * @param n - cases looked at, a count
 * @param level - coverage, a fraction in (0, 1)
 * @param none - reason id when there is nothing to divide by
 */
export function errorRate(x: number, n: number, level: number, none: string): Measured {
  const interval = exactInterval(x, n, level);
  return interval === null
    ? missing(none)
    : { ...missing(""), value: x / n, reason: null, numerator: x, denominator: n, n, interval };
}

function exactInterval(x: number, n: number, level: number): Interval | null {
  const method = "Clopper-Pearson";
  const both = clopperPearsonInterval(x, n, level);
  if (both === null) return null;
  if (x === 0) return { low: 0, high: exactUpperBound(x, n, level) ?? 1, level, method, side: "at-most" };
  if (x === n) return { low: exactLowerBound(x, n, level) ?? 0, high: 1, level, method, side: "at-least" };
  return { ...both, level, method, side: "two-sided" };
}
