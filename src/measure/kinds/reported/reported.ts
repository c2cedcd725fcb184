import { falseAlarms } from "../../../metrics/false-alarms.js";
import { missing } from "../../../metrics/metric.js";
import type { Estimate, Slice } from "../../../model/assessment.js";
import type { EvaluationPlan } from "../../../model/plan.js";
import { parseSliceId, sliceIdFromText } from "../../../model/slice-id.js";
import { statedRate } from "../../../model/stated-rate.js";
import { estimateOf, type EstimatePlace } from "../../estimate.js";
import { statedBaseRate } from "../stated-base-rate.js";
import { estimatePlace } from "../estimate-place.js";
import { nothingMeasured, type EvidenceKind } from "../kind.js";
import { rowFacts } from "../row-facts.js";
import { reportedClasses } from "./reported-classes.js";
import { reportedMetric } from "./reported-metric.js";

/** Ready metrics without rows: somebody's statements, kept as they were made. */
export const reported: EvidenceKind = {
  id: "reported",
  summary:
    "Ready metrics that somebody reported, without rows; counts only where printed digits allow no others.",
  measure: (input) => {
    const { evaluation } = input;
    const place = { ...estimatePlace(input), threshold: null, baseRate: null };
    const lines = (evaluation.classes ?? []).flatMap((one) => (typeof one === "object" ? [one] : []));
    const metrics = (evaluation.metrics ?? []).map((metric) => reportedMetric(metric, place));
    const lineEstimates = reportedClasses(lines, evaluation.classes_complete === true, place);
    const estimates = [...metrics, ...lineEstimates];
    const rate = statedRate(input.plan, "all");
    const decisions = metrics.some(({ id }) => id === `${place.prefix}recall@all`)
      ? [...falseAlarmsOf(metrics, place), ...(rate === null ? [] : [statedBaseRate(rate.value, place)])]
      : [];
    // Cases that count for us are those whose counts are known; what was said of the others is in the estimates.
    const isCounted = estimates.every(({ origin }) => origin === "derived");
    const facts = rowFacts(input, {
      rows: null,
      used: isCounted ? lines.reduce((sum, { support = 0 }) => sum + support, 0) : 0,
      positives: null,
      negatives: null,
      excluded: { label_blank: 0, score_blank: 0, score_not_finite: 0 },
    });
    return Promise.resolve({
      ...nothingMeasured({
        ...facts,
        basis: isCounted ? "counts" : "rates",
        reported_by: evaluation.reported_by ?? null,
        threshold: null,
        ...(lines.length === 0 ? {} : { counts: { classes: lines.length } }),
      }),
      slices: slicesOf(evaluation),
      estimates: [...estimates, ...decisions],
    });
  },
};

/** A specificity told from its other side, the share of the negatives that is flagged, unless that was reported too. */
function falseAlarmsOf(metrics: readonly Estimate[], place: EstimatePlace): Estimate[] {
  const at = (metric: string): Estimate | undefined =>
    metrics.find(({ id }) => id === `${place.prefix}${metric}@all`);
  const specificity = at("specificity")?.value;
  if (specificity == null || at("false-alarms") !== undefined || specificity < 0 || specificity > 1)
    return [];
  const measured = { ...missing("reported-without-counts"), value: 1 - specificity };
  return [{ ...estimateOf(falseAlarms, measured, place), origin: "reported" }];
}

/** Groups that a reported metric is told of; how many cases they hold nobody said. */
function slicesOf({ id, metrics = [], names = {} }: EvaluationPlan): Slice[] {
  const ids = new Set(metrics.map(({ slice }) => sliceIdFromText(slice ?? "all")));
  return [...ids].flatMap((own) => {
    const parts = parseSliceId(own);
    if (parts === null) return [];
    const { column, value, negated } = parts;
    return [
      {
        id: own,
        evaluation: id,
        column,
        value,
        negated,
        name: names[`${column}=${value ?? ""}`] ?? null,
        column_name: names[column] ?? null,
        n: null,
        positives: null,
        negatives: null,
      },
    ];
  });
}
