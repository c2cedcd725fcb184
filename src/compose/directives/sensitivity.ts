import { frequencyFacts } from "../../charts/frequency-facts.js";
import { sensitivitySentence } from "../../phrasing/sensitivity-sentence.js";
import type { Directive } from "../directive.js";
import { paragraphOf } from "../inline-nodes.js";
import { estimateAt, resolveSlice } from "../resolve.js";

/** How the share of the flagged that is right moves with the base rate: half as common, twice as common. */
export const sensitivity: Directive = {
  id: "sensitivity",
  forms: ["leaf"],
  attributes: ["of"],
  inNotes: true,
  build: ({ attributes, place }, context) => {
    const slice = resolveSlice(attributes.of, context, place);
    if (slice === undefined) return [];
    const facts = frequencyFacts({ estimate: (metric, id) => estimateAt(context, metric, id) }, slice);
    const pieces = facts === null ? [] : sensitivitySentence(context.voice, facts);
    return pieces.length === 0 ? [] : [paragraphOf([pieces])];
  },
};
