import type { BinaryDetails } from "../../../model/binary-details.js";
import type { EvaluationInput } from "../../evaluation-input.js";
import type { MeasuredEvaluation } from "../kind.js";
import { countCombinations } from "./count-combinations.js";
import { countFinalDecisions } from "./count-final-decisions.js";
import { countMissing } from "./count-missing.js";
import { countOverlap } from "./count-overlap.js";

/** What finders need of binary rows beyond the cells; each is asked for only where the plan, or a gap, calls for it. */
export async function binaryDetails(
  { plan, evaluation, source, sources, ask }: EvaluationInput,
  { facts, cells }: MeasuredEvaluation,
): Promise<BinaryDetails> {
  if (source === null) return {};
  const question = { plan, evaluation, source };
  const { label_blank, score_blank, score_not_finite } = facts.excluded;
  const anyMissing = label_blank + score_blank + score_not_finite > 0;
  const combinations = await countCombinations(question, ask, cells.all?.n ?? 0);
  const overrides = await countFinalDecisions(question, ask);
  const missing = anyMissing ? await countMissing(question, ask) : [];
  const overlap = await countOverlap(question, sources.train, ask);
  return {
    ...(combinations.length > 0 ? { combinations } : {}),
    ...(overrides.length > 0 ? { overrides } : {}),
    ...(missing.length > 0 ? { missing } : {}),
    ...(overlap === null ? {} : { overlap }),
  };
}
