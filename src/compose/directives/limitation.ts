import type { BlockContent, PhrasingContent } from "mdast";

import type { Limitation } from "../../model/assessment.js";
import { formatDate } from "../../phrasing/format-date.js";
import { formatCount } from "../../phrasing/format-number.js";
import { visibleText } from "../../visible-text.js";
import { areDetailsHeld, isOutside } from "../attack-details.js";
import { authorText, sourceAt } from "../author-text.js";
import type { DocumentContext } from "../context.js";
import type { Directive } from "../directive.js";
import { inlineNodes, paragraphOf, textNodes } from "../inline-nodes.js";
import { rankedLimitations } from "../limitation-order.js";
import { limitationTitle } from "../limitation-title.js";
import { recordFacts, type RecordFact } from "../record-facts.js";
import { seenOfLimitation } from "../seen-of-limitation.js";
import { isUnclaimed } from "../unclaimed-limitations.js";

/** The register: every open limitation that somebody declared, as a record; the table `found-limits` has the others. */
export const limitation: Directive = {
  id: "limitation",
  forms: ["leaf"],
  attributes: [],
  inNotes: false,
  build: (_call, context) => {
    const records = rankedLimitations(context)
      .filter((record) => !isUnclaimed(record))
      .map((record) => ({
        type: "block" as const,
        name: "record",
        children: recordOf(context, record),
      }));
    if (context.withheld === 0) return records;
    return [
      ...records,
      paragraphOf([
        context.voice.say("record.withheld", {
          n: formatCount(context.withheld, context.voice.lang),
          count: context.withheld,
        }),
      ]),
    ];
  },
};

function recordOf(context: DocumentContext, record: Limitation): BlockContent[] {
  const heading: PhrasingContent[] = [
    ...textNodes(`${record.id} `),
    ...inlineNodes(limitationTitle(context, record)),
  ];
  return [
    { type: "heading", depth: 3, children: heading },
    ...seenOf(context, record),
    ...bodyOf(context, record),
    ...escalationOf(context, record),
    {
      type: "block",
      name: "facts",
      children: recordFacts(context, record).map((fact) => factNode(context, fact)),
    },
    ...detailsHeld(context, record),
    ...wordingOf(context, record),
  ];
}

function seenOf(context: DocumentContext, record: Limitation): BlockContent[] {
  const told = seenOfLimitation(context, record);
  return told.length === 0 ? [] : [paragraphOf(told)];
}

function bodyOf(context: DocumentContext, record: Limitation): BlockContent[] {
  if (record.path === null) return [];
  const source = sourceAt(context, record.path, record.path);
  return authorText(context, record.path, source) as BlockContent[];
}

/** That nothing may be released while it stands as it is; who had accepted it, where that has ended. */
function escalationOf({ voice }: DocumentContext, { risk, residual }: Limitation): BlockContent[] {
  if (risk?.escalated !== true) return [];
  const told = voice.say("record.escalated", {
    expired: risk.acceptance === "expired" ? "yes" : "no",
    by: visibleText(residual?.accepted_by ?? ""),
    until: residual?.until === undefined ? "" : formatDate(residual.until, voice.lang),
  });
  return [paragraphOf([[{ type: "strong", children: told }]])];
}

function detailsHeld(context: DocumentContext, record: Limitation): BlockContent[] {
  return areDetailsHeld(context, record) ? [paragraphOf([context.voice.say("record.details-held")])] : [];
}

function factNode({ voice }: DocumentContext, { name, pieces }: RecordFact): BlockContent {
  return {
    type: "block",
    name: "fact",
    children: [
      {
        type: "block",
        name: "term",
        children: [{ type: "paragraph", children: inlineNodes(voice.say(`record.${name}`)) }],
      },
      { type: "paragraph", children: inlineNodes(pieces) },
    ],
  };
}

/** What may be said to customers, quoted for those inside; outside it is the title itself. */
function wordingOf(context: DocumentContext, record: Limitation): BlockContent[] {
  const { say } = context.voice;
  const wording = record.wording?.customer;
  if (wording === undefined || isOutside(context)) return [];
  return [
    {
      type: "block",
      name: "wording",
      children: [
        {
          type: "block",
          name: "term",
          children: [{ type: "paragraph", children: inlineNodes(say("record.wording")) }],
        },
        { type: "paragraph", children: textNodes(`“${wording}”`) },
      ],
    },
  ];
}
