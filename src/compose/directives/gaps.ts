import type { ListItem } from "mdast";

import type { Directive } from "../directive.js";
import { inlineNodes, paragraphOf } from "../inline-nodes.js";
import { gapsOf } from "../gaps-of.js";

/** What a draft still lacks, printed on the page; a final document with such a gap is not published. */
export const gaps: Directive = {
  id: "gaps",
  forms: ["leaf"],
  attributes: [],
  inNotes: false,
  build: (_call, context) => {
    if (context.document.status === "final") return [];
    const missing = gapsOf(context);
    const { say } = context.voice;
    const items = missing.map((need): ListItem => ({
      type: "listItem",
      spread: false,
      children: [{ type: "paragraph", children: inlineNodes(say(`gap.${need}`)) }],
    }));
    const list =
      items.length === 0 ? [] : [{ type: "list" as const, ordered: false, spread: false, children: items }];
    return [
      {
        type: "block",
        name: "gaps",
        children: [paragraphOf([say(items.length === 0 ? "gap.draft" : "gap.draft-lacks")]), ...list],
      },
    ];
  },
};
