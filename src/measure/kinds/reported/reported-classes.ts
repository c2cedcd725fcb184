import type { ClassCell } from "../../../metrics/multiclass/class-cell.js";
import { precisionOfClass } from "../../../metrics/multiclass/precision.js";
import { recallOfClass } from "../../../metrics/multiclass/recall.js";
import type { Estimate } from "../../../model/assessment.js";
import { estimateOf, type EstimatePlace } from "../../estimate.js";
import { rebuildLines, type RebuiltLine, type ReportLine } from "./rebuild-lines.js";
import { reportedMetric } from "./reported-metric.js";

/** Coverage of intervals, a fraction. */
const level = 0.95;

/** What a classification report says of each class: from its counts where its digits tell them, else as written. */
export function reportedClasses(
  lines: readonly ReportLine[],
  complete: boolean,
  place: EstimatePlace,
): Estimate[] {
  const rebuilt = rebuildLines(lines, complete);
  return lines.flatMap((line, index) =>
    classEstimates(line, rebuilt[index] ?? { hits: null, predicted: null, reason: null }, place),
  );
}

function classEstimates(
  { class: name, precision, recall, f1, support }: ReportLine,
  { hits, predicted, reason }: RebuiltLine,
  place: EstimatePlace,
): Estimate[] {
  const at = { ...place, facet: String(name) };
  const written = (metric: string, value: string | number, n?: number): Estimate =>
    reportedMetric(
      { metric, value, facet: at.facet, ...(n === undefined ? {} : { n }) },
      place,
      reason ?? undefined,
    );
  const derived = (metric: typeof recallOfClass, cell: ClassCell): Estimate => ({
    ...estimateOf(metric, metric.compute({ cell, own: 0 }, level), at),
    origin: "derived",
  });
  return [
    ...(recall === undefined
      ? []
      : hits === null || support === undefined
        ? [written("recall", recall, support)]
        : [derived(recallOfClass, againstRest(hits, support - hits, 0))]),
    ...(precision === undefined
      ? []
      : hits === null || predicted === null
        ? [written("precision", precision)]
        : [derived(precisionOfClass, againstRest(hits, 0, predicted - hits))]),
    // F1 is told as printed, whatever its counts: no formula gives its range from them alone.
    ...(f1 === undefined ? [] : [{ ...written("f1", f1), reason: f1Reason(reason) }]),
  ];
}

function f1Reason(reason: string | null): string {
  return reason === "counts-do-not-fit" ? reason : "reported-without-counts";
}

/** One class (the first) against all others, whose own cases the report does not tell. */
function againstRest(hits: number, missed: number, alarms: number): ClassCell {
  return {
    matrix: [
      [hits, missed],
      [alarms, 0],
    ],
    subjects: null,
    scores: null,
    subjectScores: null,
    probability: false,
  };
}
