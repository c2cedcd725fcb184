import type { BlockContent, PhrasingContent } from "mdast";

import type { Limitation } from "../../model/assessment.js";
import type { Inline } from "../../model/inline.js";
import { formatDate } from "../../phrasing/format-date.js";
import { formatCount } from "../../phrasing/format-number.js";
import { text } from "../../phrasing/inline.js";
import { areDetailsHeld, isOutside } from "../attack-details.js";
import type { DocumentContext } from "../context.js";
import { toldFinding } from "../told-finding.js";
import type { Directive } from "../directive.js";
import { inlineNodes, paragraphOf, textNodes } from "../inline-nodes.js";
import { limitationSize, rankedLimitations } from "../limitation-order.js";
import { limitationTitle } from "../limitation-title.js";
import { authorText, sourceAt } from "../author-text.js";
import { visibleText } from "../../visible-text.js";

/** The register: every open limitation as a record, the most harmful first. */
export const limitation: Directive = {
  id: "limitation",
  forms: ["leaf"],
  attributes: [],
  inNotes: false,
  build: (_call, context) => {
    const records = rankedLimitations(context).map((record) => ({
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
    factsOf(context, record),
    ...detailsHeld(context, record),
    ...wordingOf(context, record),
  ];
}

/** What the evidence shows of it, one sentence per finding. */
function seenOf(context: DocumentContext, record: Limitation): BlockContent[] {
  const sentences = record.findings.flatMap((id) => {
    const finding = context.assessment.findings.find((candidate) => candidate.id === id);
    return finding === undefined ? [] : [toldFinding(context, finding)];
  });
  return sentences.length === 0 ? [] : [paragraphOf(sentences)];
}

function bodyOf(context: DocumentContext, record: Limitation): BlockContent[] {
  if (record.path === null) return [];
  const source = sourceAt(context, record.path, record.path);
  return authorText(context, record.path, source) as BlockContent[];
}

/** Fields of a record that customers see; the others stay inside. */
const outsideFacts = new Set(["affects", "workaround", "review"]);
/** Of an attack they see less still, and are told so. */
const outsideAttackFacts = new Set(["review"]);

function detailsHeld(context: DocumentContext, record: Limitation): BlockContent[] {
  return areDetailsHeld(context, record) ? [paragraphOf([context.voice.say("record.details-held")])] : [];
}

/** The fields of the record as labelled facts; a field nobody filled says so. */
function factsOf(context: DocumentContext, record: Limitation): BlockContent {
  const { say, lang } = context.voice;
  const given = (value: string | undefined): readonly Inline[] =>
    value === undefined ? say("table.not-given") : [text(visibleText(value))];
  const { detection, mitigation, affected } = record;
  if (record.origin !== "declared") return unclaimed(context, record);
  const owned =
    mitigation === undefined
      ? undefined
      : [
          mitigation.do,
          mitigation.owner,
          mitigation.by === undefined ? undefined : formatDate(mitigation.by, lang),
        ]
          .filter((part) => part !== undefined)
          .join(", ");
  const facts: readonly (readonly [string, readonly Inline[]])[] = [
    ["affects", given(affected?.population)],
    ["size", limitationSize(context, record)],
    ["harmed", given(record.harmed)],
    ["notice", given(detection === undefined ? undefined : `${detection.signal}: ${detection.threshold}`)],
    ["workaround", given(record.workaround)],
    ["fix", given(owned)],
    ["owner", given(record.owner)],
    ["review", given(record.review === undefined ? undefined : formatDate(record.review, lang))],
    ["settle", given(record.would_settle)],
  ];
  const seen = areDetailsHeld(context, record) ? outsideAttackFacts : outsideFacts;
  const shown = isOutside(context) ? facts.filter(([name]) => seen.has(name)) : facts;
  const cells = shown.map(([name, pieces]): BlockContent => ({
    type: "block",
    name: "fact",
    children: [
      {
        type: "block",
        name: "term",
        children: [{ type: "paragraph", children: inlineNodes(say(`record.${name}`)) }],
      },
      { type: "paragraph", children: inlineNodes(pieces) },
    ],
  }));
  return { type: "block", name: "facts", children: cells };
}

/** A limitation that a search found and nobody has taken up yet. */
function unclaimed(context: DocumentContext, record: Limitation): BlockContent {
  const { say } = context.voice;
  const fact = (name: string, pieces: readonly Inline[]): BlockContent => ({
    type: "block",
    name: "fact",
    children: [
      {
        type: "block",
        name: "term",
        children: [{ type: "paragraph", children: inlineNodes(say(`record.${name}`)) }],
      },
      { type: "paragraph", children: inlineNodes(pieces) },
    ],
  });
  return {
    type: "block",
    name: "facts",
    children: [
      fact("size", limitationSize(context, record)),
      fact("owner", say("table.no-owner")),
      fact("fix", say("record.not-taken-up")),
    ],
  };
}

function wordingOf(context: DocumentContext, record: Limitation): BlockContent[] {
  const { say } = context.voice;
  const wording = record.wording?.customer;
  if (wording === undefined) return [];
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
