import type { EvaluationPlan, Plan } from "../../../model/plan.js";

/** The score from which a case is flagged; null for hard decisions. */
export function thresholdOf(evaluation: EvaluationPlan, plan: Plan): number | null {
  if (evaluation.score === undefined && evaluation.data !== undefined) return null; // Hard decisions have none.
  return evaluation.threshold ?? plan.deployment?.threshold ?? null;
}
