import type { RootContent } from "mdast";

import { lenses } from "../../model/lenses-plan.js";
import { formatDate } from "../../phrasing/format-date.js";
import { visibleText } from "../../visible-text.js";
import type { DocumentContext } from "../context.js";
import type { Directive } from "../directive.js";
import { inlineNodes, paragraphOf, textNodes } from "../inline-nodes.js";
import { planLine } from "../plan-text.js";

/** The question under a lens, whom the model touches, or who decides: what three lenses on one decision share. */
export const lens: Directive = {
  id: "lens",
  forms: ["leaf"],
  attributes: ["of"],
  values: { of: [...lenses, "people", "decision"] },
  inNotes: false,
  build: ({ attributes }, context) => {
    if (attributes.of === "people") return people(context);
    if (attributes.of === "decision") return decision(context);
    return question(context, attributes.of ?? "");
  },
};

function question(context: DocumentContext, of: string): readonly RootContent[] {
  const asked = planLine(context, `documents.${context.index}.lenses.${of}`);
  if (asked.length === 0) return [];
  const label = inlineNodes(context.voice.say("lens.question"));
  return [
    { type: "paragraph", children: [{ type: "strong", children: label }, ...textNodes(" "), ...asked] },
  ];
}

/** Whom errors touch, and who can overrule the model: the author's words, or that nobody has said. */
function people({ assessment, voice }: DocumentContext): readonly RootContent[] {
  const { affected, oversight } = assessment.use;
  if (affected === undefined && oversight === undefined) return [paragraphOf([voice.say("lens.no-people")])];
  return [
    paragraphOf([
      affected === undefined ? [] : voice.say("lens.affected", { affected: visibleText(affected) }),
      oversight === undefined ? [] : voice.say("lens.oversight", { oversight: visibleText(oversight) }),
    ]),
  ];
}

function decision({ document, voice }: DocumentContext): readonly RootContent[] {
  const { owner, by } = document.decision ?? {};
  return [
    paragraphOf([
      voice.say("lens.decides", {
        decider: owner === undefined ? voice.say("lens.decider-unknown") : visibleText(owner),
        by: by === undefined ? "" : formatDate(by, voice.lang),
        dated: by === undefined ? "no" : "yes",
      }),
    ]),
  ];
}
