import type { Estimate } from "../model/assessment.js";
import type { Measured, MetricDescription } from "../metrics/metric.js";
import { encodeName } from "../model/slice-id.js";

/** Where an estimate belongs. */
export interface EstimatePlace {
  readonly evaluation: string;
  /** `evaluation/`, or empty when the plan has only one. */
  readonly prefix: string;
  readonly slice: string;
  readonly threshold: number | null;
  readonly baseRate: number | null;
  readonly evidence: string;
  /** What the metric is narrowed to: a class of many, an attack species, a target rate. */
  readonly facet?: string;
}

/** A metric's result as the estimate of an Assessment. */
export function estimateOf(
  metric: Pick<MetricDescription, "id" | "of" | "unit" | "origin"> & { readonly atBaseRate?: boolean },
  measured: Measured,
  place: EstimatePlace,
): Estimate {
  return {
    id: estimateId(metric.id, place),
    metric: metric.id,
    ...(place.facet === undefined ? {} : { facet: place.facet }),
    slice: place.slice,
    evaluation: place.evaluation,
    value: measured.value,
    reason: measured.reason === "" ? null : measured.reason,
    numerator: measured.numerator,
    denominator: measured.denominator,
    of: metric.of,
    n: measured.n,
    n_effective: measured.nEffective,
    interval: measured.interval,
    threshold: place.threshold,
    unit: metric.unit,
    origin: metric.origin,
    base_rate: metric.atBaseRate === true ? place.baseRate : null,
    baseline: measured.baseline,
    evidence: place.evidence,
  };
}

/** `evaluation/metric[facet]@slice`, with what it does not have left out. */
export function estimateId(metric: string, { prefix, slice, facet }: EstimatePlace): string {
  const narrowed = facet === undefined ? "" : `[${encodeName(facet).replaceAll("%3D", "=")}]`;
  return `${prefix}${metric}${narrowed}@${slice}`;
}
