import type { EvaluationPlan } from "../../model/plan.js";
import type { Report } from "./check.js";

/** Predictions of a number: rows with what came true and what was predicted. */
export function checkRegression(evaluation: EvaluationPlan, path: string, report: Report): void {
  if (evaluation.data === undefined)
    report(path, "Missing `data`, expected a file or table with one row per prediction.");
  if (evaluation.actual === undefined)
    report(path, "Missing `actual`, expected the column with the number that came true.");
  if (evaluation.forecast === undefined)
    report(path, "Missing `forecast`, expected the column with the number predicted.");
  const { actual, forecast, interval, quantiles = {} } = evaluation;
  const bounds = interval === undefined ? [] : [interval.low, interval.high];
  const named = [actual, forecast, ...bounds].filter((column) => column !== undefined);
  if (new Set(named).size !== named.length)
    report(path, "Unexpected column named twice among actual, forecast and interval, expected one each.");
  for (const column of evaluation.slices ?? []) {
    if ([...named, ...Object.values(quantiles)].includes(column))
      report(
        `${path}.slices`,
        `Unexpected slice column "${column}", expected one that is neither actual nor forecast.`,
        "Cut it with `bands` in a copy of the column.",
      );
  }
}
