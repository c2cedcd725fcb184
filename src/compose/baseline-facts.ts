import type { Estimate } from "../model/assessment.js";
import type { BaselineFacts } from "../phrasing/baseline-sentence.js";
import type { DocumentContext } from "./context.js";
import { evaluationTitle } from "./evaluation-title.js";
import { estimateAt } from "./resolve.js";

/**
 * How it goes without the model, at the base rate of the document: the two error rates of the evidence that the plan
 * names as its baseline.
 *
 * @returns null where none is named, or this edition may not know what was counted there
 */
export function baselineFactsOf(context: DocumentContext): BaselineFacts | null {
  const id = context.document.baseline?.evaluation;
  const baseRate = estimateAt(context, "deployment-base-rate");
  if (id === undefined || baseRate?.value == null) return null;
  const at = (metric: string): Estimate | undefined =>
    context.assessment.estimates.find(
      (one) =>
        one.evaluation === id && one.metric === metric && one.slice === "all" && one.facet === undefined,
    );
  const [recall, falseAlarms] = [at("recall"), at("false-alarms")];
  if (recall?.value == null || falseAlarms?.value == null) return null;
  return {
    title: evaluationTitle(context, id),
    facts: { recall, falseAlarms, baseRate, slice: null, precision: null },
  };
}
