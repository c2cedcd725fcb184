import { isFile } from "../../model/project.js";
import { statedRate } from "../../model/stated-rate.js";
import type { EstimatePlace } from "../estimate.js";
import type { EvaluationInput } from "../evaluation-input.js";
import { thresholdOf } from "./binary/threshold-of.js";

/** Where estimates over all cases of an evaluation belong; spread it with another `slice` for a part of them. */
export function estimatePlace({ plan, evaluation, source }: EvaluationInput): EstimatePlace {
  return {
    evaluation: evaluation.id,
    prefix: plan.evaluations.length > 1 ? `${evaluation.id}/` : "",
    slice: "all",
    threshold: thresholdOf(evaluation, plan),
    baseRate: statedRate(plan, "all")?.value ?? null,
    evidence: source === null ? "plan" : isFile(source) ? source.sha256.slice(0, 12) : source.table,
  };
}
