import type { EvaluationPlan } from "../../model/plan.js";
import type { Report } from "./check.js";

/** A number per period, or counts per period. */
export function checkSeries(evaluation: EvaluationPlan, path: string, report: Report): void {
  if (evaluation.data === undefined)
    report(path, "Missing `data`, expected a file or table with one row per period.");
  if (evaluation.time === undefined) report(path, "Missing `time`, expected the column with the period.");
  const { measure, events, cases } = evaluation;
  if ((events === undefined) !== (cases === undefined))
    report(path, "Expected both of `events` and `cases`, or neither.");
  if ((measure === undefined) === (events === undefined && cases === undefined))
    report(path, "Expected exactly one of `measure`, and `events` with `cases`.");
}
