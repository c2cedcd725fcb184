import type { EvaluationPlan } from "../../model/plan.js";

/** A column that is compared with its reference. */
export interface DriftColumn {
  readonly column: string;
  readonly kind: "score" | "number" | "categories";
}

/** Score or prediction, the inputs named as numbers, and the slice columns: cut ones are numbers, others categories. */
export function driftColumns(evaluation: EvaluationPlan): DriftColumn[] {
  const { score, prediction, forecast, inputs = [], slices = [], bands = {} } = evaluation;
  const all: DriftColumn[] = [
    ...(score === undefined ? [] : [{ column: score, kind: "score" } as const]),
    ...(prediction === undefined ? [] : [{ column: prediction, kind: "categories" } as const]),
    ...(forecast === undefined ? [] : [{ column: forecast, kind: "score" } as const]),
    ...inputs.map((column) => ({ column, kind: "number" }) as const),
    ...slices.map((column) => ({ column, kind: column in bands ? "number" : "categories" }) as const),
  ];
  return all.filter(({ column }, index) => all.findIndex((other) => other.column === column) === index);
}
