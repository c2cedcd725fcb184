import type { BlockContent, RootContent } from "mdast";

import type { Slice } from "../../model/assessment.js";
import { suggestName } from "../../model/nearest-name.js";
import { analogyConditions } from "../analogy-conditions.js";
import type { DocumentContext } from "../context.js";
import type { Directive, DirectiveCall } from "../directive.js";
import { parseTemplate } from "../parse-markdown.js";
import { resolveSlice } from "../resolve.js";
import { runTemplate } from "../template.js";
import { frequency } from "./frequency.js";

/**
 * An analogy with the case's own numbers, and where it breaks down. One whose conditions do not hold prints
 * the plain sentences instead, and a message says which condition failed.
 */
export const analogy: Directive = {
  id: "analogy",
  forms: ["leaf"],
  attributes: ["id", "of"],
  inNotes: true,
  build: (call, context) => {
    const { analogies } = context.materials;
    const id = call.attributes.id ?? "";
    const chosen = analogies[id];
    const slice = resolveSlice(call.attributes.of, context, call.place);
    if (slice === undefined) return [];
    if (chosen === undefined) {
      context.report({
        code: "unknown-directive",
        severity: "error",
        place: call.place,
        text: `There is no analogy "${id}".`,
        hint: suggestName(id, Object.keys(analogies)),
      });
      return [];
    }
    const failed = chosen.requires.filter(
      (condition) => analogyConditions[condition]?.(context, slice) !== true,
    );
    if (chosen.body === null) {
      context.report({
        code: "analogy-not-shown",
        severity: "hint",
        place: call.place,
        text: `The analogy "${id}" is not shown: nobody has put it into this language.`,
        hint: `The plain sentences stand in its place. Write ${id}.${context.voice.lang}.md beside it.`,
      });
      return frequency.build(call, context);
    }
    if (failed.length > 0) {
      context.report({
        code: "analogy-not-shown",
        severity: "hint",
        place: call.place,
        text: `The analogy "${id}" is not shown: ${failed.join(", ")} ${failed.length === 1 ? "does" : "do"} not hold.`,
        hint: "The plain sentences stand in its place.",
      });
      return frequency.build(call, context);
    }
    return tell(chosen.body, chosen.path, slice, call, context);
  },
};

/** The body up to the rule is the analogy; what follows it says where it breaks down. */
function tell(
  body: string,
  path: string,
  slice: Slice | null,
  call: DirectiveCall,
  context: DocumentContext,
): RootContent[] {
  const { words } = context.voice;
  const view = {
    of: slice === null ? "all" : context.tokens.put(slice.id),
    cases: context.tokens.put(words.case[1]),
    positives: context.tokens.put(words.positive[1]),
    negatives: context.tokens.put(words.negative[1]),
    flagged: context.tokens.put(words.flagged),
  };
  const tree = parseTemplate(runTemplate(body, {}, view, (phrase) => phrase));
  const at = tree.children.findIndex(({ type }) => type === "thematicBreak");
  const source = { file: path, offset: 0, trusted: true };
  const part = (children: RootContent[]): BlockContent[] =>
    context.expand({ type: "root", children }, source) as BlockContent[];
  const told = at < 0 ? tree.children : tree.children.slice(0, at);
  const breaks = at < 0 ? [] : tree.children.slice(at + 1);
  return [
    {
      type: "block",
      name: "analogy",
      children: [...part(told), { type: "block", name: "breaks", children: part(breaks) }],
    },
  ];
}
