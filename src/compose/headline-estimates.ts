import type { Estimate } from "../model/assessment.js";
import { refFromText } from "../model/estimate-ref.js";
import { headlineEstimates as usualEstimates } from "../model/headline-estimates.js";
import type { DocumentContext } from "./context.js";

/** Up to three numbers for the top of a page, where its plan names none. */
export function headlineEstimates({ assessment, evaluation }: DocumentContext): Estimate[] {
  return usualEstimates(assessment.estimates, evaluation);
}

/** References of the numbers on top of the page, in their order: the plan's, else those its kind of evidence names. */
export function headlineRefs(context: DocumentContext): { ref: string; side: string }[] {
  const given = (context.document.headline ?? []).map((entry) =>
    typeof entry === "string" ? { ref: entry, side: "value" } : entry,
  );
  const usual = () => headlineEstimates(context).map(({ id }) => ({ ref: id, side: "value" }));
  return (given.length > 0 ? given : usual()).map(({ ref, side }) => ({ ref: refFromText(ref), side }));
}
