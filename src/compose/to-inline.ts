import type { PhrasingContent } from "mdast";

import type { Inline } from "../model/inline.js";
import { text } from "../phrasing/inline.js";

/** Nodes of one line as pieces of a sentence: letters, numbers and strong words; other marks lose their mark. */
export function toInline(nodes: readonly PhrasingContent[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.type === "text") return [text(node.value)];
    if (node.type === "datum") return [node.datum];
    if (node.type === "strong") return [{ type: "strong", children: toInline(node.children) }];
    return "children" in node ? toInline(node.children) : [];
  });
}
