import type { Slice } from "../model/assessment.js";
import { knownOf, type Known } from "../phrasing/patterns/known.js";
import type { DocumentContext } from "./context.js";
import { estimateAt } from "./resolve.js";

/** What is known of a slice, or of all cases, in the evidence of the document. */
export function knownAt(context: DocumentContext, slice: Slice | null): Known {
  return knownOf((metric, id) => estimateAt(context, metric, id), slice, context.evaluation);
}
