import { parseSliceId, sliceId } from "../../model/slice-id.js";
import { comparisonSentence } from "../../phrasing/comparison-sentence.js";
import type { Directive } from "../directive.js";
import { inlineNodes, paragraphOf } from "../inline-nodes.js";
import { missingNodes } from "../missing-nodes.js";
import { estimateAt, resolveEstimate } from "../resolve.js";

/**
 * A slice beside all other cases: `:comparison{ref="recall@country=DE"}` prints both rates in one total, the
 * difference and its range, or "no clear difference" when the range spans zero.
 */
export const comparison: Directive = {
  id: "comparison",
  forms: ["text", "leaf"],
  attributes: ["ref", "side"],
  values: { side: ["value", "complement"] },
  inNotes: true,
  build: ({ attributes, form, place }, context) => {
    const own = resolveEstimate(attributes.ref ?? "", context, place);
    const slice = own === null ? null : parseSliceId(own.slice);
    if (own === null || slice === null) return missingNodes(attributes.ref ?? "", form, context);
    const rest = estimateAt(context, own.metric, sliceId(slice.column, slice.value, true));
    const difference = estimateAt(context, `${own.metric}-difference`, own.slice);
    if (rest === undefined || difference === undefined) return missingNodes(own.id, form, context);
    const pieces = comparisonSentence(
      context.voice,
      own,
      rest,
      difference,
      attributes.side === "complement" ? "complement" : "value",
    );
    return form === "text" ? inlineNodes(pieces) : [paragraphOf([pieces])];
  },
};
