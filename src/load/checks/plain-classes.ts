import type { EvaluationPlan } from "../../model/plan.js";
import type { Report } from "./check.js";

/** Classes of evidence with rows: names, no lines of a report. */
export function checkPlainClasses(classes: EvaluationPlan["classes"], path: string, report: Report): void {
  (classes ?? []).forEach((one, index) => {
    if (typeof one === "object")
      report(
        `${path}.${index}`,
        "Unexpected printed precision and recall beside rows, expected the name of the class.",
        "What is printed of a class belongs into an evaluation with `task: reported`.",
      );
  });
}
