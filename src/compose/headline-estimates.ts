import type { Estimate } from "../model/assessment.js";
import { headlineEstimates as usualEstimates } from "../model/headline-estimates.js";
import type { DocumentContext } from "./context.js";

/** Up to three numbers for the top of a page, where its plan names none. */
export function headlineEstimates({ assessment, evaluation }: DocumentContext): Estimate[] {
  return usualEstimates(assessment.estimates, evaluation);
}
