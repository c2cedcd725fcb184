import { missing } from "../../../metrics/metric.js";
import type { Estimate } from "../../../model/assessment.js";
import type { EvaluationPlan } from "../../../model/plan.js";
import { encodeName, sliceIdFromText } from "../../../model/slice-id.js";
import { estimateId, estimateOf, type EstimatePlace } from "../../estimate.js";
import { knownMetric } from "./known-metric.js";

export type ReportedMetric = NonNullable<EvaluationPlan["metrics"]>[number];

/** A ready metric as it was written: a value without the counts behind it, so without an interval. */
export function reportedMetric(
  reported: ReportedMetric,
  place: EstimatePlace,
  reason = "reported-without-counts",
): Estimate {
  const { value, n = 0, unit, slice = "all" } = reported;
  const { metric, facet } = knownMetric(reported);
  const own = {
    ...place,
    slice: sliceIdFromText(slice),
    ...(facet === undefined ? {} : { facet }),
  };
  return {
    ...estimateOf(
      { ...metric, unit: unit ?? metric.unit },
      { ...missing(reason, n), value: Number(value) },
      own,
    ),
    // A name nobody chose for ids may hold any letter.
    id: estimateId(encodeName(metric.id), own),
    origin: "reported",
  };
}
