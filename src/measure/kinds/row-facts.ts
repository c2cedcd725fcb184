import type { EvaluationFacts } from "../../model/assessment.js";
import type { EvaluationInput } from "../evaluation-input.js";
import { thresholdOf } from "./binary/threshold-of.js";
import { plannedFacts, type Counted } from "./planned-facts.js";

/** Facts of an evaluation with rows that a score and a threshold may decide about. */
export function rowFacts(input: EvaluationInput, counted: Counted): EvaluationFacts {
  const { evaluation, plan } = input;
  const [low, high] = evaluation.score_range ?? [0, 1];
  return plannedFacts(input, {
    threshold: thresholdOf(evaluation, plan),
    threshold_source: evaluation.threshold_source ?? null,
    score:
      evaluation.score === undefined ? null : { column: evaluation.score, low, high, probability: false },
    ...counted,
  });
}
