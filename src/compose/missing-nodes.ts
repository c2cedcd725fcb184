import type { RootContent } from "mdast";

import type { DirectiveCall } from "./directive.js";
import type { DocumentContext } from "./context.js";
import { reasonText } from "../phrasing/measure-number.js";
import { inlineNodes, paragraphOf } from "./inline-nodes.js";

/** What stands where a number was asked for that does not exist: its absence, said. */
export function missingNodes(
  ref: string,
  form: DirectiveCall["form"],
  context: DocumentContext,
  reason: string | null = null,
): readonly RootContent[] {
  const { say } = context.voice;
  const pieces = say("reason.not-available", {
    what: ref,
    why: reason === null ? "" : reasonText(context.voice, reason),
  });
  return form === "text" ? inlineNodes(pieces) : [paragraphOf([pieces])];
}
