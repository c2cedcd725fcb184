import type { RootContent } from "mdast";

import type { DirectiveCall } from "./directive.js";
import type { DocumentContext } from "./context.js";
import { reasonText } from "../phrasing/measure-number.js";
import { inlineNodes } from "./inline-nodes.js";

/** What stands where a number was asked for that does not exist: its absence, said. */
export function missingNodes(
  ref: string,
  form: DirectiveCall["form"],
  context: DocumentContext,
  reason: string | null = null,
): readonly RootContent[] {
  const { say } = context.voice;
  // A number that is held is there: its reference would tell what was counted.
  const pieces =
    reason === "held"
      ? say("reason.number-held")
      : say("reason.not-available", {
          what: ref,
          known: reason === null ? "no" : "yes",
          why: reason === null ? "" : reasonText(context.voice, reason),
        });
  // Our words, also where they stand in a text of the author: nobody typed the numbers in them.
  const nodes = inlineNodes(pieces).map((node) => ({ ...node, data: { ...node.data, absent: true } }));
  return form === "text" ? nodes : [{ type: "paragraph", children: nodes }];
}
