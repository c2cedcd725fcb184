import type { EvaluationPlan, Plan } from "../model/plan.js";
import type { EvidenceFile } from "../model/project.js";
import type { EvidenceCounts } from "./evidence-job.js";

/** What one evaluation is measured from. */
export interface EvaluationInput {
  readonly plan: Plan;
  readonly evaluation: EvaluationPlan;
  /** Null for counts and rates, which need no file. */
  readonly file: EvidenceFile | null;
  readonly counts: EvidenceCounts | null;
}
