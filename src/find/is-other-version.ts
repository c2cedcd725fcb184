import type { EvaluationFacts } from "../model/assessment.js";

/** True when the plan names both the version that was tested and another one that is in use. */
export function isOtherVersion(
  { model_version: tested }: Pick<EvaluationFacts, "model_version">,
  current: string | undefined,
): boolean {
  return tested !== null && current !== undefined && tested !== current;
}
