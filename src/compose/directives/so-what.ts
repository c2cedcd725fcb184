import { isBinary } from "../../model/tasks.js";
import type { Directive } from "../directive.js";
import { measureSentence } from "../../phrasing/measure-sentence.js";
import { headlineEstimates } from "../headline-estimates.js";
import { paragraphOf } from "../inline-nodes.js";
import { frequency } from "./frequency.js";
import { planText } from "../plan-text.js";

/** Why the decision matters: the plan's words, else what was measured, in counts. */
export const soWhat: Directive = {
  id: "so-what",
  forms: ["leaf"],
  attributes: ["of"],
  inNotes: false,
  build: (call, context) => {
    const said = planText(context, `documents.${context.index}.decision.so_what`);
    if (said.length > 0) return said;
    if (isBinary(context.evaluation.task)) return frequency.build(call, context);
    const told = headlineEstimates(context).map((estimate) => measureSentence(context.voice, estimate, null));
    return [paragraphOf(told.length > 0 ? told : [context.voice.say("measure.nothing")])];
  },
};
