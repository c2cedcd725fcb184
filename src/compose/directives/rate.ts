import { isBinary } from "../../model/tasks.js";
import { shortRange, shortRate } from "../../phrasing/rate-sentence.js";
import { measureValue } from "../../phrasing/measure-number.js";
import { bracketedRange } from "../../phrasing/measure-sentence.js";
import { text } from "../../phrasing/inline.js";
import type { Directive } from "../directive.js";
import { inlineNodes, paragraphOf } from "../inline-nodes.js";
import { resolveEstimate } from "../resolve.js";
import { missingNodes } from "../missing-nodes.js";
import { toldEstimate } from "../told-estimate.js";

/**
 * A rate: `:rate{ref="recall@all"}` prints "83 of 100 (range 78 to 88)"; `::rate{...}` a whole sentence.
 *
 * `side="complement"` tells the other side, `range="no"` leaves the range to the text around it.
 */
export const rate: Directive = {
  id: "rate",
  forms: ["text", "leaf"],
  attributes: ["ref", "side", "range"],
  values: { side: ["value", "complement"], range: ["yes", "no"] },
  inNotes: true,
  build: ({ attributes, form, place }, context) => {
    const estimate = resolveEstimate(attributes.ref ?? "", context, place);
    if (estimate === null) return missingNodes(attributes.ref ?? "", form, context);
    if (estimate.value === null) return missingNodes(estimate.id, form, context, estimate.reason);
    const { voice } = context;
    const general = !isBinary(voice.taskOf(estimate)) || estimate.unit !== "share";
    if (form === "leaf") {
      const slice = context.slice(estimate.slice) ?? null;
      return [paragraphOf(toldEstimate(context, estimate, slice))];
    }
    if (general && attributes.side !== "complement")
      return inlineNodes([
        ...measureValue(voice, estimate),
        ...(attributes.range === "no" ? [] : bracketedRange(voice, estimate)),
      ]);
    const side = attributes.side === "complement" ? "complement" : "value";
    const range = attributes.range === "no" ? [] : shortRange(context.voice, estimate, side);
    return inlineNodes([
      ...shortRate(context.voice, estimate, side),
      ...(range.length === 0 ? [] : [text(" ("), ...range, text(")")]),
    ]);
  },
};
