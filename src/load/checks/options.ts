import { suggestName } from "../../model/nearest-name.js";
import type { DocumentPlan, EvaluationPlan } from "../../model/plan.js";
import type { Report } from "./check.js";

/** Names in the options of a document: what is in use, models of the comparison, and options that a memo speaks of. */
export function checkOptions(
  { options = [], memo, baseline }: DocumentPlan,
  evaluations: readonly EvaluationPlan[],
  path: string,
  report: Report,
): void {
  const models = evaluations.flatMap((evaluation) => (evaluation.models ?? []).map(({ id }) => id));
  const ids = options.map(({ id }) => id);
  const check = (what: string, name: string | undefined, known: readonly string[], at: string): void => {
    if (name !== undefined && !known.includes(name))
      report(at, `Unexpected ${what} "${name}".`, suggestName(name, known));
  };
  check(
    "evaluation",
    baseline?.evaluation,
    evaluations.map(({ id }) => id),
    `${path}.baseline.evaluation`,
  );
  if (options.filter(({ in_use: inUse }) => inUse === true).length > 1)
    report(`${path}.options`, "Unexpected second option in use, expected one at most.");
  for (const [place, { model }] of options.entries())
    check("model", model, models, `${path}.options.${place}.model`);
  for (const [place, { cells = [], name, metric }] of (memo?.criteria ?? []).entries()) {
    if (name === undefined && metric === undefined)
      report(
        `${path}.memo.criteria.${place}`,
        "Missing name or metric of a criterion, expected one of them.",
      );
    for (const [at, { option }] of cells.entries())
      check("option", option, ids, `${path}.memo.criteria.${place}.cells.${at}.option`);
  }
  for (const [place, { option }] of (memo?.wrong ?? []).entries())
    check("option", option, ids, `${path}.memo.wrong.${place}.option`);
}
