import { budgetSentences } from "../../phrasing/budget-sentences.js";
import { budgetFactsOf } from "../budget-facts.js";
import type { Directive } from "../directive.js";
import { paragraphOf } from "../inline-nodes.js";

/**
 * What acting on the flagged gains and costs, against doing nothing and against acting on everyone; nothing without a
 * cost of acting and of a miss. `part="gain"` tells the gain alone, `part="terms"` from when on it pays, `part="short"` the break-even with it.
 */
export const budget: Directive = {
  id: "budget",
  forms: ["leaf"],
  attributes: ["part"],
  inNotes: true,
  build: ({ attributes }, context) => {
    // Costs that an edition holds back are not the same as costs that nobody gave.
    if (context.assessment.held.includes("costs")) return [];
    const { all, gain, breakEven, terms } = budgetSentences(context.voice, budgetFactsOf(context));
    const parts: Readonly<Record<string, typeof all>> = { gain, terms, short: [...gain, ...breakEven] };
    const told = parts[attributes.part ?? ""] ?? all;
    return told.length === 0 ? [] : [paragraphOf(told)];
  },
};
