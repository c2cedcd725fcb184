import type { Assessment } from "../model/assessment.js";
import type { EvaluationPlan } from "../model/plan.js";
import { sliceId } from "../model/slice-id.js";

/** Fewest positives, and fewest negatives (fewest cases where there are no two classes), at which a slice can show a rate. */
export const neededPerClass = 30;

/** Values that should be covered, and whether they are: measured, thin or untested. */
export function coverageOf(evaluation: EvaluationPlan, slices: Assessment["slices"]): Assessment["coverage"] {
  return Object.entries(evaluation.in_scope ?? {}).flatMap(([column, values]) =>
    values.map(String).map((value) => {
      const id = sliceId(column, value);
      const slice = slices.find((candidate) => candidate.evaluation === evaluation.id && candidate.id === id);
      const n = slice?.n ?? 0;
      const measured =
        slice !== undefined && Math.min(slice.positives ?? n, slice.negatives ?? n) >= neededPerClass;
      return {
        evaluation: evaluation.id,
        column,
        column_name: evaluation.names?.[column] ?? null,
        value,
        name: evaluation.names?.[`${column}=${value}`] ?? null,
        slice: id,
        n,
        needed: neededPerClass,
        state: measured ? ("measured" as const) : n > 0 ? ("thin" as const) : ("untested" as const),
      };
    }),
  );
}
