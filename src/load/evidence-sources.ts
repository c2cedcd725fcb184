import type { EvaluationPlan } from "../model/plan.js";
import type { DatabaseTable } from "../model/project.js";

/**
 * What an evaluation reads, by the key of the plan that names it: a file (a path relative to the project folder)
 * or a table on a server. A kind of evidence that reads more than `data` adds its key here.
 */
export function evidenceSources({
  data,
  coverage,
  history,
  reference,
  train,
}: EvaluationPlan): Readonly<Record<string, string | DatabaseTable>> {
  const named = { data, "coverage.volume": coverage?.volume, history, reference, train };
  return Object.fromEntries(
    Object.entries(named).flatMap(([key, source]) => (source === undefined ? [] : [[key, source]])),
  );
}
