import type { Estimate } from "../model/assessment.js";
import type { Evidence } from "../model/evidence.js";

/** Looks up estimates of one evaluation by metric and slice. */
export function estimatesOf(
  evidence: Evidence,
  evaluation: string,
): (metric: string, slice: string) => Estimate | undefined {
  const known = new Map(
    evidence.estimates
      .filter((estimate) => estimate.evaluation === evaluation && estimate.facet === undefined)
      .map((estimate) => [`${estimate.metric}@${estimate.slice}`, estimate]),
  );
  return (metric, slice) => known.get(`${metric}@${slice}`);
}
