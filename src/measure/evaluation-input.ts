import type { EvaluationPlan, Plan } from "../model/plan.js";
import type { EvidenceSource } from "../model/project.js";
import type { Resample } from "./resample.js";
import type { Ask } from "./query/count-query.js";

/** What one evaluation is measured from. */
export interface EvaluationInput {
  readonly plan: Plan;
  readonly evaluation: EvaluationPlan;
  /** The rows of `data`; null for counts and rates, which need none. */
  readonly source: EvidenceSource | null;
  /** Every source the evaluation names, by what the plan calls it: `data`, and others a kind of evidence reads. */
  readonly sources: Readonly<Record<string, EvidenceSource>>;
  readonly ask: Ask;
  readonly resample: Resample;
}
