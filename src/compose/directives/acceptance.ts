import type { PhrasingContent, RootContent } from "mdast";

import type { Inline } from "../../model/inline.js";
import { formatDate } from "../../phrasing/format-date.js";
import { formatCount } from "../../phrasing/format-number.js";
import { criterionTitle, reasonSentence } from "../acceptance/criterion-sentences.js";
import { missingParts } from "../acceptance/missing-parts.js";
import {
  acceptedOf,
  releaseFacts,
  type AgreedCriterion,
  type ReleaseFacts,
} from "../acceptance/release-facts.js";
import { bulletList } from "../bullet-list.js";
import type { DocumentContext } from "../context.js";
import type { Directive } from "../directive.js";
import { inlineNodes, paragraphOf } from "../inline-nodes.js";
import { planText } from "../plan-text.js";

/** Reasons told one by one on the first page; the table holds all. */
const mostReasons = 6;

/** Parts of an acceptance report: the verdict, its reasons and who may accept what is open, and what is missing. */
export const acceptance: Directive = {
  id: "acceptance",
  forms: ["text", "leaf"],
  attributes: ["part"],
  values: { part: ["verdict", "basis", "reasons", "missing"] },
  inNotes: false,
  build: ({ attributes }, context): readonly RootContent[] => {
    switch (attributes.part) {
      case "verdict":
        return verdictNodes(context);
      case "basis":
        return basisNodes(context);
      case "reasons":
        return bulletList(reasonLines(context, releaseFacts(context)));
      case "missing":
        return missingNodes(context);
      default:
        throw new Error(`There is no part "${attributes.part ?? ""}" of an acceptance report`);
    }
  },
};

/** What the agreed criteria say together, in one sentence. */
function verdictNodes(context: DocumentContext): PhrasingContent[] {
  const { voice } = context;
  const { verdict, musts, failing, blocking, open } = releaseFacts(context);
  const told = verdict === "no-go" && failing.length === 0 ? "blocked" : verdict;
  const number = (count: number): string => formatCount(count, voice.lang);
  return inlineNodes(
    voice.say(`acceptance.release.${told}`, {
      n: number(musts),
      n_n: musts,
      failed: number(failing.length),
      failed_n: failing.length,
      blocking: number(blocking.length),
      blocking_n: blocking.length,
      open: number(open.length),
      open_n: open.length,
    }),
  );
}

/** The decision asked for, where the plan asks for one, and whose it is. */
function basisNodes(context: DocumentContext): RootContent[] {
  const { voice, document, index } = context;
  const { owner, by } = document.decision ?? {};
  const decides = voice.say("acceptance.basis", {
    owned: owner === undefined ? "no" : "yes",
    owner: owner ?? "",
    dated: by === undefined ? "no" : "yes",
    by: by === undefined ? "" : formatDate(by, voice.lang),
  });
  return [...planText(context, `documents.${index}.decision.ask`), paragraphOf([decides])];
}

/** Why, the gravest first, and who may accept what is open. */
function reasonLines(context: DocumentContext, facts: ReleaseFacts): (readonly Inline[])[] {
  const { voice } = context;
  const { failing, blocking, open, advisory } = facts;
  const reasons = [...failing, ...blocking, ...open];
  const left = reasons.length - mostReasons;
  return [
    ...reasons
      .slice(0, mostReasons)
      .map((agreed) => reasonSentence(voice, agreed, context.assessment.evaluations)),
    ...(left > 0
      ? [voice.say("acceptance.more-reasons", { n: formatCount(left, voice.lang), count: left })]
      : []),
    ...(["fail", "open"] as const).flatMap((state) => {
      const own = advisory.filter(({ verdict }) => (verdict === "fail") === (state === "fail"));
      return own.length === 0
        ? []
        : [
            voice.say(`acceptance.advisory.${state}`, {
              n: formatCount(own.length, voice.lang),
              count: own.length,
              ids: own.map(({ of }) => of).join(", "),
            }),
          ];
    }),
    ...(failing.length === 0 ? [] : [voice.say("acceptance.fails-stay")]),
    ...(open.length === 0 ? [] : acceptLines(context, open)),
  ];
}

/** What was accepted, and who may accept the rest. */
function acceptLines(context: DocumentContext, open: readonly AgreedCriterion[]): (readonly Inline[])[] {
  const { voice, assessment } = context;
  const { lang } = voice;
  const lines = open.flatMap((agreed) => {
    const found = acceptedOf(context, agreed.of);
    if (found === null) return [];
    const { by, on, until, restriction } = found.accepted;
    return [
      voice.say(
        !found.holds
          ? "acceptance.accepted-ended"
          : restriction === ""
            ? "held.accepted"
            : "acceptance.accepted",
        {
          title: criterionTitle(voice, agreed),
          by,
          on: formatDate(on, lang),
          until: formatDate(until, lang),
          restriction: restriction.replace(/\.$/, ""),
        },
      ),
    ];
  });
  const rest = open.filter(({ of }) => acceptedOf(context, of)?.holds !== true);
  if (rest.length === 0) return lines;
  const role = assessment.acceptance?.may_accept;
  return [
    ...lines,
    voice.say(role === undefined ? "acceptance.may-accept-nobody" : "acceptance.may-accept", {
      role: role ?? "",
    }),
  ];
}

/** What the plan of the release does not say, by name: no gap of it is a footnote. */
function missingNodes(context: DocumentContext): RootContent[] {
  const { voice, assessment } = context;
  const missing = missingParts(voice, assessment);
  if (missing.length === 0) return [];
  return [
    {
      type: "block",
      name: "gaps",
      children: [
        paragraphOf([
          voice.say("acceptance.missing-title", {
            n: formatCount(missing.length, voice.lang),
            count: missing.length,
          }),
        ]),
        ...bulletList(missing),
      ],
    },
  ];
}
