import type { BlockContent } from "mdast";

import type { Limitation } from "../../model/assessment.js";
import type { Inline } from "../../model/inline.js";
import { formatCount } from "../../phrasing/format-number.js";
import { text } from "../../phrasing/inline.js";
import { visibleText } from "../../visible-text.js";
import { isOutside } from "../attack-details.js";
import type { DocumentContext } from "../context.js";
import type { Directive } from "../directive.js";
import { inlineNodes, paragraphOf, textNodes } from "../inline-nodes.js";
import { limitationSize, rankedLimitations } from "../limitation-order.js";

/**
 * What to say when a customer asks: per limitation the question, the approved answer, what not to say, and what the
 * answer rests on. Without an approved answer it says so, and what may be said all the same; nothing is made up.
 */
export const talk: Directive = {
  id: "talk",
  forms: ["leaf"],
  attributes: [],
  inNotes: false,
  build: (_call, context) => [
    ...rankedLimitations(context).map((record): BlockContent => ({
      type: "block",
      name: "record",
      children: answerOf(context, record),
    })),
    ...heldBack(context),
  ],
};

function answerOf(context: DocumentContext, record: Limitation): BlockContent[] {
  const { say } = context.voice;
  const { id, question, not_to_say, owner, workaround, type } = record;
  const isAttack = type === "ADV";
  const asked =
    question === undefined ? say("talk.no-question", { id }) : [text(`“${visibleText(question)}”`)];
  const facts: readonly (readonly [string, readonly Inline[]])[] = [
    ["not", not_to_say === undefined ? say(`talk.not-${isAttack ? "attack" : "other"}`) : given(not_to_say)],
    ["rests", isAttack ? say("record.details-held") : limitationSize(context, record, true)],
    ["meanwhile", workaround === undefined ? say("talk.nothing-more") : given(workaround)],
    ["pass", owner === undefined ? say(isOutside(context) ? "reason.held" : "table.no-owner") : given(owner)],
  ];
  return [
    { type: "heading", depth: 3, children: [...textNodes(`${id} `), ...inlineNodes(asked)] },
    { type: "block", name: "wording", children: saidOf(context, record) },
    {
      type: "block",
      name: "facts",
      children: facts.map(([name, pieces]) => ({
        type: "block",
        name: "fact",
        children: [term(context, name), { type: "paragraph", children: inlineNodes(pieces) }],
      })),
    },
  ];
}

/** The approved wording, word for word; else that there is none, and the title, which is disclosed. */
function saidOf(context: DocumentContext, { wording, title }: Limitation): BlockContent[] {
  const approved = wording?.customer ?? wording?.public;
  return approved === undefined
    ? [term(context, "unapproved"), { type: "paragraph", children: textNodes(`“${visibleText(title)}”`) }]
    : [term(context, "say"), { type: "paragraph", children: textNodes(`“${visibleText(approved)}”`) }];
}

function term({ voice }: DocumentContext, name: string): BlockContent {
  return {
    type: "block",
    name: "term",
    children: [{ type: "paragraph", children: inlineNodes(voice.say(`talk.${name}`)) }],
  };
}

function given(words: string): readonly Inline[] {
  return [text(visibleText(words))];
}

/** What to say of records that customers are not told of: that is all there is to say. */
function heldBack({ voice, withheld, assessment }: DocumentContext): BlockContent[] {
  if (withheld === 0) return [];
  return [
    paragraphOf([
      voice.say("talk.withheld", {
        n: formatCount(withheld, voice.lang),
        count: withheld,
        others: assessment.limitations.length === 0 ? "no" : "yes",
      }),
    ]),
  ];
}
