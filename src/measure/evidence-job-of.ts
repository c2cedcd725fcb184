import type { EvaluationPlan, Plan } from "../model/plan.js";
import type { EvidenceFile } from "../model/project.js";
import type { EvidenceJob } from "./evidence-job.js";

/** The question an evaluation of the plan puts to an engine. */
export function evidenceJobOf(evaluation: EvaluationPlan, plan: Plan, file: EvidenceFile): EvidenceJob {
  return {
    file,
    label: evaluation.label ?? "",
    positive: String(evaluation.positive),
    negative: evaluation.negative === undefined ? null : String(evaluation.negative),
    score: evaluation.score ?? null,
    scoreRange: evaluation.score_range ?? [0, 1],
    prediction: evaluation.prediction ?? null,
    flag: evaluation.flag,
    threshold: evaluation.threshold ?? plan.deployment?.threshold ?? null,
    subject: evaluation.subject ?? null,
    rowId: evaluation.row_id ?? null,
    value: evaluation.value ?? null,
    slices: (evaluation.slices ?? []).map((column) => ({ column, cuts: evaluation.bands?.[column] ?? null })),
  };
}
