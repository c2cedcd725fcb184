import { isBinary } from "../model/tasks.js";
import type { Estimate } from "../model/assessment.js";
import { isDifference } from "../phrasing/measure-number.js";
import type { DocumentContext } from "./context.js";

/** What a page says first of each kind of evidence; of a metric with parts, its first part. */
const first: Readonly<Record<string, readonly string[]>> = {
  binary: ["recall", "precision", "false-alarms"],
  multiclass: ["accuracy", "recall-macro", "f1-macro"],
};
/** Numbers on top of a page. */
const most = 3;

/** Up to three numbers for the top of a page: those its kind of evidence names, else the first shares, else the first. */
export function headlineEstimates({ assessment, evaluation }: DocumentContext): Estimate[] {
  const told = assessment.estimates.filter(
    (estimate) =>
      estimate.evaluation === evaluation.id && estimate.slice === "all" && estimate.value !== null,
  );
  const named = (first[evaluation.task] ?? []).flatMap(
    (metric) => told.find((estimate) => estimate.metric === metric) ?? [],
  );
  if (named.length > 0 || isBinary(evaluation.task)) return named.slice(0, most);
  const usual = told.filter((estimate) => estimate.unit === "share" && !isDifference(estimate));
  const ranged = (usual.length > 0 ? usual : told).filter(({ interval }) => interval !== null);
  const whole = ranged.filter(({ facet }) => facet === undefined);
  return (whole.length > 0 ? whole : ranged)
    .filter(({ metric }, index, all) => all.findIndex((other) => other.metric === metric) === index)
    .slice(0, most);
}
