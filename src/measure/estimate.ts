import type { Estimate } from "../model/assessment.js";
import type { Measured, Metric } from "../metrics/metric.js";

/** Where an estimate belongs. */
export interface EstimatePlace {
  readonly evaluation: string;
  /** `evaluation/`, or empty when the plan has only one. */
  readonly prefix: string;
  readonly slice: string;
  readonly threshold: number | null;
  readonly baseRate: number | null;
  readonly evidence: string;
}

/** A metric's result as the estimate of an Assessment. */
export function estimateOf(
  metric: Pick<Metric, "id" | "of" | "unit" | "origin"> & { readonly atBaseRate?: boolean },
  measured: Measured,
  place: EstimatePlace,
): Estimate {
  return {
    id: `${place.prefix}${metric.id}@${place.slice}`,
    metric: metric.id,
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
