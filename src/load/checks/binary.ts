import type { EvaluationPlan } from "../../model/plan.js";
import type { Report } from "./check.js";

/** Binary evidence: rows with a label and a score or a decision, or exact counts, or reported rates. */
export function checkBinary(evaluation: EvaluationPlan, path: string, report: Report): void {
  const given = (["data", "counts", "rates"] as const).filter((key) => evaluation[key] !== undefined);
  if (given.length !== 1) {
    report(
      path,
      `Unexpected ${given.length === 0 ? "evaluation without evidence" : given.join(" and ")}, expected exactly one of data, counts, rates.`,
    );
  }
  if (evaluation.data === undefined) {
    for (const key of [
      "label",
      "positive",
      "score",
      "prediction",
      "slices",
      "bands",
      "subject",
      "row_id",
      "value",
      "fairness",
    ] as const) {
      if (evaluation[key] !== undefined)
        report(`${path}.${key}`, `Unexpected ${key} without data, expected it only where rows are read.`);
    }
    return;
  }
  if (evaluation.label === undefined) report(path, "Missing `label`, expected the column with the outcome.");
  if (evaluation.positive === undefined)
    report(path, "Missing `positive`, expected the label value that means positive.");
  if (evaluation.score === undefined && evaluation.prediction === undefined)
    report(path, "Missing `score`, expected a score or a prediction column.");
  if (evaluation.score !== undefined && evaluation.prediction !== undefined)
    report(`${path}.prediction`, "Unexpected prediction beside a score, expected one of them.");
  if (evaluation.score_range !== undefined && evaluation.score_range[0] >= evaluation.score_range[1])
    report(`${path}.score_range`, "Unexpected order, expected [lowest, highest].");
  for (const column of evaluation.fairness?.columns ?? []) {
    if (!(evaluation.slices ?? []).includes(column))
      report(
        `${path}.fairness.columns`,
        `Unexpected protected column "${column}", expected one that is named in slices.`,
        "Add it to `slices`.",
      );
  }
  for (const column of evaluation.slices ?? []) {
    if (column === evaluation.label || column === evaluation.score)
      report(
        `${path}.slices`,
        `Unexpected slice column "${column}", expected one that is neither label nor score.`,
      );
  }
}
