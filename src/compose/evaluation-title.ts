import { visibleText } from "../visible-text.js";
import type { DocumentContext } from "./context.js";

/** Title that the plan gives an evaluation, else its id. */
export function evaluationTitle({ assessment }: Pick<DocumentContext, "assessment">, id: string): string {
  return visibleText(assessment.evaluations.find((one) => one.id === id)?.title ?? id);
}
