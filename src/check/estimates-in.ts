import type { Estimate } from "../model/assessment.js";
import type { CheckedDocument, CheckedSentence } from "./checked-document.js";

/** The estimates whose numbers a sentence prints, each once. */
export function estimatesIn({ estimate }: CheckedDocument, { numbers }: CheckedSentence): Estimate[] {
  return [...new Set(numbers.flatMap(({ datum }) => estimate(datum.ref) ?? []))];
}
