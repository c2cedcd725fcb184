import type { Estimate } from "../model/assessment.js";
import type { Evidence } from "../model/evidence.js";

/** Looks up estimates of one evaluation by metric, slice and, where the metric is narrowed to a part, facet. */
export function estimatesOf(
  evidence: Evidence,
  evaluation: string,
): (metric: string, slice: string, facet?: string) => Estimate | undefined {
  const known = new Map(
    evidence.estimates
      .filter((estimate) => estimate.evaluation === evaluation)
      .map((estimate) => [keyOf(estimate.metric, estimate.slice, estimate.facet), estimate]),
  );
  return (metric, slice, facet) => known.get(keyOf(metric, slice, facet));
}

function keyOf(metric: string, slice: string, facet?: string): string {
  return facet === undefined ? `${metric}@${slice}` : `${metric}@${slice}#${facet}`;
}
