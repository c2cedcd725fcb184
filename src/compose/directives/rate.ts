import { isBinary } from "../../model/tasks.js";
import { aboutSentence } from "../../phrasing/about-sentence.js";
import { rateSentence, shortRange, shortRate } from "../../phrasing/rate-sentence.js";
import { measureValue } from "../../phrasing/measure-number.js";
import { bracketedRange, measureSentence } from "../../phrasing/measure-sentence.js";
import { text } from "../../phrasing/inline.js";
import type { Estimate } from "../../model/assessment.js";
import type { Directive } from "../directive.js";
import { inlineNodes, paragraphOf } from "../inline-nodes.js";
import { resolveEstimate } from "../resolve.js";
import { missingNodes } from "../missing-nodes.js";

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
      const told =
        general || isNoneOrAll(estimate) || !voice.knows(`rate.${estimate.metric.replace(/-test$/, "")}`);
      return [
        paragraphOf(
          told
            ? [measureSentence(voice, estimate, slice)]
            : [aboutSentence(voice, slice), rateSentence(voice, estimate)],
        ),
      ];
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

/** A zero is told as "none of 150; up to 2 of 100 is possible", never as a rate of nothing. */
function isNoneOrAll({ numerator, denominator }: Estimate): boolean {
  return denominator !== null && denominator > 0 && (numerator === 0 || numerator === denominator);
}
