import type { EvaluationPlan } from "../../model/plan.js";
import type { Report } from "./check.js";

type ModelPlan = NonNullable<EvaluationPlan["models"]>[number];

/** A comparison: rows with a label, and two or more models that each decide every row. */
export function checkComparison(evaluation: EvaluationPlan, path: string, report: Report): void {
  if (evaluation.data === undefined)
    report(path, "Missing `data`, expected the rows that every model judged.");
  if (evaluation.label === undefined) report(path, "Missing `label`, expected the column with the outcome.");
  if (evaluation.positive === undefined)
    report(path, "Missing `positive`, expected the label value that means positive.");
  if (evaluation.models === undefined) {
    report(path, "Missing `models`, expected two or more models that judged the same rows.");
    return;
  }
  const seen = new Set<string>();
  evaluation.models.forEach((model, index) => {
    const place = `${path}.models.${index}`;
    if (seen.has(model.id)) report(`${place}.id`, `Unexpected second "${model.id}", expected each once.`);
    seen.add(model.id);
    checkModel(model, place, report);
  });
  const own = new Set(
    [evaluation.label, ...evaluation.models.flatMap(({ prediction, score }) => [prediction, score])].filter(
      (column) => column !== undefined,
    ),
  );
  for (const column of evaluation.slices ?? []) {
    if (own.has(column))
      report(
        `${path}.slices`,
        `Unexpected slice column "${column}", expected one that is neither label nor prediction nor score.`,
      );
  }
}

function checkModel(model: ModelPlan, path: string, report: Report): void {
  const { prediction, score, score_range: range, threshold } = model;
  if (prediction === undefined && (score === undefined || threshold === undefined))
    report(path, "Missing a decision, expected `prediction`, or `score` with `threshold`.");
  if (prediction !== undefined && threshold !== undefined)
    report(`${path}.threshold`, "Unexpected threshold beside a prediction, expected one of them.");
  if (range !== undefined && score === undefined)
    report(`${path}.score_range`, "Unexpected score_range without a score, expected both or none.");
  if (range !== undefined && range[0] >= range[1])
    report(`${path}.score_range`, "Unexpected order, expected [lowest, highest].");
}
