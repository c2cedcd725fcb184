import type { Directive } from "../directive.js";
import { frequency } from "./frequency.js";
import { planText } from "../plan-text.js";

/** Why the decision matters: the plan's words, else what the model does in counts. */
export const soWhat: Directive = {
  id: "so-what",
  forms: ["leaf"],
  attributes: ["of"],
  inNotes: false,
  build: (call, context) => {
    const said = planText(context, `documents.${context.index}.decision.so_what`);
    return said.length > 0 ? said : frequency.build(call, context);
  },
};
