import type { EvaluationPlan } from "../../model/plan.js";
import { checkPlainClasses } from "./plain-classes.js";
import type { Report } from "./check.js";

/** Labels of several people alone: rows, and the columns with their labels. */
export function checkLabels(evaluation: EvaluationPlan, path: string, report: Report): void {
  checkPlainClasses(evaluation.classes, `${path}.classes`, report);
  if (evaluation.data === undefined)
    report(path, "Missing `data`, expected a file or table with one row per case.");
  if (evaluation.annotators === undefined)
    report(path, "Missing `annotators`, expected the columns with the labels of two or more people.");
}

/** Keys about labels that any kind of evidence with rows may have. */
export function checkAnnotators(evaluation: EvaluationPlan, path: string, report: Report): void {
  const { annotators, reviewers, positive, data, annotator_scale: scale } = evaluation;
  if (annotators !== undefined && data === undefined)
    report(`${path}.annotators`, "Unexpected annotators without data, expected them where rows are read.");
  (annotators ?? []).forEach((column, index) => {
    if (annotators?.indexOf(column) !== index)
      report(`${path}.annotators.${index}`, `Unexpected second "${column}", expected each column once.`);
  });
  for (const [key, value] of Object.entries({ reviewers, annotator_scale: scale })) {
    if (value !== undefined && annotators === undefined)
      report(`${path}.${key}`, `Unexpected ${key} without annotators, expected the columns they are about.`);
  }
  if (reviewers !== undefined && positive === undefined)
    report(
      `${path}.reviewers`,
      "Unexpected reviewers without `positive`, expected the label that means positive.",
    );
}
