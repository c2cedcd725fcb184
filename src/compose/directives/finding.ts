import { toldFinding } from "../told-finding.js";
import type { Directive } from "../directive.js";
import { inlineNodes, paragraphOf } from "../inline-nodes.js";
import { missingNodes } from "../missing-nodes.js";

/** What a finder saw, in one sentence: `:finding{id="weak-slice@country=DE#recall"}`. */
export const finding: Directive = {
  id: "finding",
  forms: ["text", "leaf"],
  attributes: ["id"],
  inNotes: true,
  build: ({ attributes, form, place }, context) => {
    const found = context.assessment.findings.find(({ id }) => id === attributes.id);
    if (found === undefined) {
      context.report({
        code: "dangling-reference",
        severity: "error",
        place,
        text: `There is no finding "${attributes.id ?? ""}".`,
        hint: "See the findings of `forthright assess --json`.",
      });
      return missingNodes(attributes.id ?? "", form, context);
    }
    const pieces = toldFinding(context, found);
    return form === "text" ? inlineNodes(pieces) : [paragraphOf([pieces])];
  },
};
