import type { EvaluationPlan } from "../../model/plan.js";

/** Says what is wrong at a dotted path of the plan. */
export type Report = (path: string, text: string, hint?: string) => void;

/** What no schema can say of one kind of evidence: keys it needs, keys that exclude each other. */
export type EvidenceCheck = (evaluation: EvaluationPlan, path: string, report: Report) => void;
