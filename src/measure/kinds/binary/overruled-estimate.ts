import type { SliceShare } from "../../../model/binary-details.js";
import type { Estimate } from "../../../model/assessment.js";
import { missing } from "../../../metrics/metric.js";
import { wilsonInterval } from "../../../stats/wilson-interval.js";
import { estimateOf, type EstimatePlace } from "../../estimate.js";

const level = 0.95;

/**
 * Share of the cases that a person decided otherwise than the model, over all cases; none where the evidence does not
 * say what was decided in the end.
 *
 * @param bySubject - true when rows share subjects: then no range is given, for these counts do not know them
 */
export function overruledEstimate(
  overrides: readonly SliceShare[],
  place: EstimatePlace,
  bySubject: boolean,
): Estimate[] {
  const all = overrides.find(({ slice }) => slice === "all");
  if (all === undefined || all.n === 0) return [];
  const { x, n } = all;
  const bounds = bySubject ? null : wilsonInterval(x, n, level);
  const interval =
    bounds === null ? null : { ...bounds, level, method: "Wilson", side: "two-sided" as const };
  const measured = {
    ...missing(interval === null ? "no-interval-clustered" : "", n),
    value: x / n,
    numerator: x,
    denominator: n,
    interval,
  };
  return [estimateOf({ id: "overruled", of: "cases", unit: "share", origin: "measured" }, measured, place)];
}
