import type { EvaluationPlan } from "../../model/plan.js";
import type { Report } from "./check.js";
import { checkRegression } from "./regression.js";

/** Forecasts over time: as regression, with the period each row is about. */
export function checkForecast(evaluation: EvaluationPlan, path: string, report: Report): void {
  checkRegression(evaluation, path, report);
  if (evaluation.time === undefined)
    report(
      path,
      "Missing `time`, expected the column with the period a forecast is about.",
      "Predictions without an order in time are of task regression.",
    );
  if (evaluation.history !== undefined && evaluation.season === undefined)
    report(
      `${path}.history`,
      "Unexpected history without `season`, expected how many periods a season has.",
      "season: 1 compares with the period before.",
    );
}
