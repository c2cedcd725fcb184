import { isBinary } from "../model/tasks.js";
import type { Estimate } from "../model/assessment.js";
import { isDifference } from "../phrasing/measure-number.js";
import type { DocumentContext } from "./context.js";

/** What a page says first of each kind of evidence; of a metric with parts its first, or with `[*]` each. */
const first: Readonly<Record<string, readonly string[]>> = {
  binary: ["recall", "precision", "false-alarms"],
  multiclass: ["accuracy", "recall-macro", "f1-macro"],
  verification: ["fnmr", "fmr"],
  "attack-detection": ["apcer", "dfar", "bpcer", "dfrr", "iapar", "bona-fide-refusal"],
  layers: ["joint-slip", "joint-false-stop"],
  comparison: ["accuracy-test[*]", "paired-accuracy-difference"],
};
/** Numbers on top of a page. */
const most = 3;

/** Up to three numbers for the top of a page: those its kind of evidence names, else the first shares, else the first. */
export function headlineEstimates({ assessment, evaluation }: DocumentContext): Estimate[] {
  const told = assessment.estimates.filter(
    (estimate) =>
      estimate.evaluation === evaluation.id && estimate.slice === "all" && estimate.value !== null,
  );
  const named = (first[evaluation.task] ?? []).flatMap((name) => {
    const own = told.filter(({ metric }) => metric === name.replace("[*]", ""));
    return name.endsWith("[*]") ? own : own.slice(0, 1);
  });
  if (named.length > 0 || isBinary(evaluation.task)) return named.slice(0, most);
  const usual = told.filter((estimate) => estimate.unit === "share" && !isDifference(estimate));
  const ranged = (usual.length > 0 ? usual : told).filter(({ interval }) => interval !== null);
  const whole = ranged.filter(({ facet }) => facet === undefined);
  return (whole.length > 0 ? whole : ranged)
    .filter(({ metric }, index, all) => all.findIndex((other) => other.metric === metric) === index)
    .slice(0, most);
}
