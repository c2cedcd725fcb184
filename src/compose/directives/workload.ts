import { workloadSentence } from "../../phrasing/workload-sentence.js";
import { neededToFlagSentence } from "../../phrasing/needed-to-flag-sentence.js";
import type { DocumentContext } from "../context.js";
import type { Directive, DirectiveCall } from "../directive.js";
import { inlineNodes, paragraphOf } from "../inline-nodes.js";
import { estimateAt } from "../resolve.js";

/**
 * How much work the flagged cases make at the stated volume, against what people can handle; with `part="needed"` how
 * many of them people look at for each positive found, beside the missed.
 */
export const workload: Directive = {
  id: "workload",
  forms: ["leaf", "text"],
  attributes: ["part"],
  inNotes: true,
  build: ({ form, attributes }, context) => {
    if (attributes.part === "needed") return neededToFlag(form, context);
    const flagRate = estimateAt(context, "flag-rate");
    const pieces =
      flagRate === undefined ? [] : workloadSentence(context.voice, flagRate, context.assessment.deployment);
    if (pieces.length === 0) return [];
    return form === "text" ? inlineNodes(pieces) : [paragraphOf([pieces])];
  },
};

function neededToFlag(form: DirectiveCall["form"], context: DocumentContext) {
  const at = (metric: string) => estimateAt(context, metric) ?? null;
  const pieces = neededToFlagSentence(context.voice, at("number-needed-to-flag"), at("recall"));
  if (pieces.length === 0) return [];
  return form === "text" ? inlineNodes(pieces) : [paragraphOf([pieces])];
}
