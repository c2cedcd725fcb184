import { workloadSentence } from "../../phrasing/workload-sentence.js";
import type { Directive } from "../directive.js";
import { inlineNodes, paragraphOf } from "../inline-nodes.js";
import { estimateAt } from "../resolve.js";

/** How much work the flagged cases make at the stated volume, against what people can handle. */
export const workload: Directive = {
  id: "workload",
  forms: ["leaf", "text"],
  attributes: [],
  inNotes: true,
  build: ({ form }, context) => {
    const flagRate = estimateAt(context, "flag-rate");
    const pieces =
      flagRate === undefined ? [] : workloadSentence(context.voice, flagRate, context.assessment.deployment);
    if (pieces.length === 0) return [];
    return form === "text" ? inlineNodes(pieces) : [paragraphOf([pieces])];
  },
};
