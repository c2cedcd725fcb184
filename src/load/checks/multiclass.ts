import type { EvaluationPlan } from "../../model/plan.js";
import { plainClasses } from "../../model/plain-classes.js";
import { checkPlainClasses } from "./plain-classes.js";
import type { Report } from "./check.js";

/** Many classes: rows with a label and a prediction, a score per class, or both. */
export function checkMulticlass(evaluation: EvaluationPlan, path: string, report: Report): void {
  const { data, label, prediction, scores, classes, slices = [] } = evaluation;
  if (data === undefined) report(path, "Missing `data`, expected a file or table with one row per case.");
  if (label === undefined) report(path, "Missing `label`, expected the column with the actual class.");
  if (prediction === undefined && scores === undefined)
    report(
      path,
      "Missing `prediction`, expected the column with the predicted class, or `scores` per class.",
    );
  const range = evaluation.score_range;
  if (range !== undefined && range[0] >= range[1])
    report(`${path}.score_range`, "Unexpected order, expected [lowest, highest].");
  checkPlainClasses(classes, `${path}.classes`, report);
  const names = plainClasses(classes ?? []);
  names.forEach((name, index) => {
    if (names.indexOf(name) !== index)
      report(`${path}.classes.${index}`, `Unexpected second "${name}", expected each class once.`);
  });
  if (scores !== undefined && Object.keys(scores).length < 2)
    report(`${path}.scores`, "Unexpected single score column, expected one for each of two or more classes.");
  for (const name of Object.keys(scores ?? {})) {
    if (classes !== undefined && !names.includes(name))
      report(`${path}.scores.${name}`, `Unexpected class "${name}", expected one named in classes.`);
  }
  for (const column of slices) {
    if (column === label || column === prediction)
      report(
        `${path}.slices`,
        `Unexpected slice column "${column}", expected one that is neither label nor prediction.`,
      );
  }
}
