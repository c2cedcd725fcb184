import type { BlockContent, PhrasingContent } from "mdast";

import type { Limitation } from "../../model/assessment.js";
import type { Inline } from "../../model/inline.js";
import { counted } from "../../phrasing/counted.js";
import { displayGate } from "../../phrasing/display-gate.js";
import { formatDate } from "../../phrasing/format-date.js";
import { formatCount } from "../../phrasing/format-number.js";
import { casesOf } from "../../phrasing/subject-words.js";
import { visibleText } from "../../visible-text.js";
import { areDetailsHeld, isOutside } from "../attack-details.js";
import { authorText, sourceAt } from "../author-text.js";
import type { DocumentContext } from "../context.js";
import type { Directive } from "../directive.js";
import { inlineNodes, paragraphOf, textNodes } from "../inline-nodes.js";
import { rankedLimitations } from "../limitation-order.js";
import { limitationTitle } from "../limitation-title.js";
import { recordFacts, type RecordFact } from "../record-facts.js";
import { toldEstimate } from "../told-estimate.js";
import { toldFinding } from "../told-finding.js";

/** The register: every open limitation as a record, in the order of harm. */
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
    ...escalationOf(context, record),
    {
      type: "block",
      name: "facts",
      children: recordFacts(context, record).map((fact) => factNode(context, fact)),
    },
    ...unclaimed(context, record),
    ...detailsHeld(context, record),
    ...wordingOf(context, record),
  ];
}

/** What the evidence shows of it: one sentence per finding, else the number that the record names. */
function seenOf(context: DocumentContext, record: Limitation): BlockContent[] {
  const sentences = record.findings.flatMap((id) => {
    const finding = context.assessment.findings.find((candidate) => candidate.id === id);
    return finding === undefined ? [] : [toldFinding(context, finding)];
  });
  const told = sentences.length > 0 ? sentences : numberOf(context, record);
  return told.length === 0 ? [] : [paragraphOf(told)];
}

/** The rate that the likelihood rests on, in a sentence, and what was counted for it. */
function numberOf(context: DocumentContext, { risk }: Limitation): readonly (readonly Inline[])[] {
  const { voice, assessment } = context;
  const estimate = context.estimate(risk?.estimate ?? "");
  if (estimate?.value == null) return [];
  const slice = assessment.slices.find(
    ({ id, evaluation }) => id === estimate.slice && evaluation === estimate.evaluation,
  );
  const { id, numerator, denominator } = estimate;
  const told = toldEstimate(context, estimate, slice ?? null);
  // None, all, and what is too uncertain for a rate are told in counts already.
  const inCounts =
    numerator === 0 || numerator === denominator || displayGate(estimate, voice.audience) !== "rate";
  if (numerator === null || denominator === null || inCounts) return told;
  const x = counted(voice, id, "numerator", numerator);
  return [...told, voice.say("record.counted", { x, n: counted(voice, id, "denominator", denominator) })];
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

/** That nobody has taken up what a search found, and what somebody may do about it until it has an owner. */
function unclaimed(context: DocumentContext, record: Limitation): BlockContent[] {
  const { voice, assessment } = context;
  const [finding] = assessment.findings.filter(({ id }) => record.findings.includes(id));
  if (record.origin === "declared" || finding === undefined || isOutside(context)) return [];
  const kind = finding.message.split(".").at(-1);
  const slice = assessment.slices.find(
    ({ id, evaluation }) => id === finding.slice && evaluation === finding.evaluation,
  );
  const proposal = voice.say(`record.proposed.${finding.rule}`, {
    kind: kind === "recall" ? "recall" : kind === "false-alarms" ? "alarms" : "other",
    slice: casesOf(voice, slice ?? null),
    cases: voice.words.case[1],
    flagged: voice.words.flagged,
    unflagged: voice.words.unflagged,
  });
  return [paragraphOf([voice.say("record.unclaimed", { proposal })])];
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
