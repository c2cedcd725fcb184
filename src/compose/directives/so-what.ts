import { isBinary } from "../../model/tasks.js";
import { choosePattern } from "../../phrasing/patterns/choose-pattern.js";
import type { DocumentContext } from "../context.js";
import type { Directive, DirectiveCall } from "../directive.js";
import { measureSentence } from "../../phrasing/measure-sentence.js";
import { headlineEstimates } from "../headline-estimates.js";
import { paragraphOf } from "../inline-nodes.js";
import { knownAt } from "../known-at.js";
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
    if (tellsDecisions(context)) return frequency.build(withoutTable(call), context);
    const told = headlineEstimates(context).map((estimate) => measureSentence(context.voice, estimate, null));
    return [paragraphOf(told.length > 0 ? told : [context.voice.say("measure.nothing")])];
  },
};

/** True for evidence of decisions about two classes: counted, or reported by somebody without averages over classes. */
function tellsDecisions(context: DocumentContext): boolean {
  const { task } = context.evaluation;
  if (task !== "reported") return isBinary(task);
  return (
    context.assessment.words.given && choosePattern(context.voice, knownAt(context, null)).chosen !== null
  );
}

/** The top of a page has room for sentences alone. */
function withoutTable(call: DirectiveCall): DirectiveCall {
  return { ...call, attributes: { ...call.attributes, table: "no" } };
}
