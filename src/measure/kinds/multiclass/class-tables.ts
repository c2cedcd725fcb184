import type { Table } from "../../../model/assessment.js";
import { rejectOptionCurve } from "../../../stats/reject-option-curve.js";
import type { ConfusionMatrix, ScoreTable } from "../../../stats/types.js";
import type { EstimatePlace } from "../../estimate.js";

/** Cases by actual class (row) and predicted class (column). */
export function confusionTable(
  matrix: ConfusionMatrix,
  classes: readonly string[],
  { prefix, evaluation, slice }: EstimatePlace,
): Table {
  return {
    id: `${prefix}confusion@${slice}`,
    kind: "confusion",
    evaluation,
    slice,
    columns: [...classes],
    rows: matrix.map((row, k) => ({ label: classes[k] ?? "", cells: [...row] })),
  };
}

/** Shares of the cases that are still answered when the least sure ones are refused. */
const coverages = [1, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.25] as const;

/**
 * How many of the answered cases are right when a case below a confidence is not answered.
 *
 * A row is the highest confidence at which at least that share of the cases is still answered.
 */
export function rejectOptionTable(
  confidence: ScoreTable,
  { prefix, evaluation, slice }: EstimatePlace,
): Table {
  const curve = rejectOptionCurve(confidence);
  const points = coverages.flatMap((coverage) => {
    const point = curve.findLast(({ answered, n }) => answered >= coverage * n);
    return point === undefined ? [] : [point];
  });
  const distinct = points.filter((point, index) => points.indexOf(point) === index);
  return {
    id: `${prefix}reject-option@${slice}`,
    kind: "reject-option",
    evaluation,
    slice,
    columns: ["confidence", "answered", "right", "cases"],
    rows: distinct.map(({ threshold, answered, right, n }, index) => ({
      label: String(index + 1),
      cells: [threshold, answered, right, n],
    })),
  };
}
