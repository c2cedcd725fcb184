import { toldFinding } from "../told-finding.js";
import type { ListItem } from "mdast";

import { formatCount } from "../../phrasing/format-number.js";
import type { Directive } from "../directive.js";
import { inlineNodes } from "../inline-nodes.js";
import { unknownFindings } from "../unknown-findings.js";

/** What is not known or was not measured, as a list; absence of evidence is a finding. */
export const unknowns: Directive = {
  id: "unknowns",
  forms: ["leaf"],
  attributes: ["most"],
  inNotes: false,
  build: ({ attributes }, context) => {
    const { voice } = context;
    const most = Number(attributes.most ?? "99");
    const found = unknownFindings(context);
    const item = (pieces: Parameters<typeof inlineNodes>[0]): ListItem => ({
      type: "listItem",
      spread: false,
      children: [{ type: "paragraph", children: inlineNodes(pieces) }],
    });
    const shown = found.slice(0, most).map((finding) => item(toldFinding(context, finding)));
    const left = found.length - shown.length;
    const more =
      left > 0 ? [item(voice.say("unknown.more", { n: formatCount(left, voice.lang), count: left }))] : [];
    if (shown.length === 0) return [];
    return [{ type: "list", ordered: false, spread: false, children: [...shown, ...more] }];
  },
};
