import type { Estimate } from "./assessment.js";
import { isBinary, type Task } from "./tasks.js";

/** What a page says first of each kind of evidence; of a metric with parts its first, or with `[*]` each. */
const first: Readonly<Record<string, readonly string[]>> = {
  binary: ["recall", "precision", "false-alarms"],
  multiclass: ["accuracy", "recall-macro", "f1-macro"],
  verification: ["fnmr", "fmr"],
  "attack-detection": ["apcer", "dfar", "bpcer", "dfrr", "iapar", "bona-fide-refusal"],
  layers: ["joint-slip", "joint-false-stop"],
  forecast: ["wape", "interval-coverage"],
  comparison: ["accuracy-test[*]", "paired-accuracy-difference"],
};
/** Numbers on top of a page. */
const most = 3;

/**
 * Up to three numbers for the top of a page about one body of evidence: those its kind names, else the first shares,
 * else the first.
 */
export function headlineEstimates(
  estimates: readonly Estimate[],
  { id, task }: { readonly id: string; readonly task: Task },
): Estimate[] {
  const told = estimates.filter(
    (estimate) => estimate.evaluation === id && estimate.slice === "all" && estimate.value !== null,
  );
  const named = (first[task] ?? []).flatMap((name) => {
    const own = told.filter(({ metric }) => metric === name.replace("[*]", ""));
    return name.endsWith("[*]") ? own : own.slice(0, 1);
  });
  if (named.length > 0 || isBinary(task)) return named.slice(0, most);
  const usual = told.filter(({ unit, metric }) => unit === "share" && !metric.endsWith("-difference"));
  const known = usual.length > 0 ? usual : told;
  const ranged = known.filter(({ interval }) => interval !== null);
  // Of few cases nothing has a range; what was measured is told all the same, what was only reported leads no page.
  const shown = ranged.length > 0 || task === "reported" ? ranged : known;
  const whole = shown.filter(({ facet }) => facet === undefined);
  return (whole.length > 0 ? whole : shown)
    .filter(({ metric }, index, all) => all.findIndex((other) => other.metric === metric) === index)
    .slice(0, most);
}
