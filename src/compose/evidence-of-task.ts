import type { Estimate, EvaluationFacts } from "../model/assessment.js";
import type { Task } from "../model/tasks.js";
import type { ConditionFacts } from "./analogy-condition.js";

/** The evidence of one of these kinds: the document's own, else the first of the plan; null when there is none. */
export function evidenceOfTask(
  { assessment, evaluation }: ConditionFacts,
  ...tasks: readonly Task[]
): EvaluationFacts | null {
  return [evaluation, ...assessment.evaluations].find(({ task }) => tasks.includes(task)) ?? null;
}

/** Estimates of one body of evidence that have a value in this edition, in the order they were measured. */
export function estimatesIn(
  { assessment }: ConditionFacts,
  { id }: Pick<EvaluationFacts, "id">,
  metrics: readonly string[],
): (Estimate & { readonly value: number })[] {
  return assessment.estimates.flatMap((estimate) =>
    estimate.evaluation === id && metrics.includes(estimate.metric) && estimate.value !== null
      ? [{ ...estimate, value: estimate.value }]
      : [],
  );
}

/** One estimate of the document's evidence, over the slice the document is about. */
export function estimateIn(
  { assessment, evaluation }: ConditionFacts,
  metric: string,
  slice = "all",
): Estimate | undefined {
  return assessment.estimates.find(
    (one) =>
      one.evaluation === evaluation.id &&
      one.metric === metric &&
      one.slice === slice &&
      one.facet === undefined,
  );
}
