import type { Estimate } from "../model/assessment.js";
import type { Evidence } from "../model/evidence.js";

/** Looks up estimates of one evaluation by metric, slice and, where the metric is narrowed to a part, facet. */
export function estimatesOf(
  evidence: Evidence,
  evaluation: string,
): (metric: string, slice: string, facet?: string) => Estimate | undefined {
  const known = lookupOf(evidence.estimates).get(evaluation);
  return (metric, slice, facet) => known?.get(keyOf(metric, slice, facet));
}

type Lookup = ReadonlyMap<string, ReadonlyMap<string, Estimate>>;

/** Finders ask once per slice, and there may be thousands: each list of estimates is gone through once. */
const lookups = new WeakMap<readonly Estimate[], Lookup>();

function lookupOf(estimates: readonly Estimate[]): Lookup {
  const made = lookups.get(estimates);
  if (made !== undefined) return made;
  const lookup = new Map<string, Map<string, Estimate>>();
  for (const estimate of estimates) {
    const own = lookup.get(estimate.evaluation) ?? new Map<string, Estimate>();
    own.set(keyOf(estimate.metric, estimate.slice, estimate.facet), estimate);
    lookup.set(estimate.evaluation, own);
  }
  lookups.set(estimates, lookup);
  return lookup;
}

function keyOf(metric: string, slice: string, facet?: string): string {
  return facet === undefined ? `${metric}@${slice}` : `${metric}@${slice}#${facet}`;
}
