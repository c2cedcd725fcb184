import type { RootContent } from "mdast";

import type { Inline } from "../../model/inline.js";
import { text } from "../../phrasing/inline.js";
import { visibleText } from "../../visible-text.js";
import type { DocumentContext } from "../context.js";
import type { Directive } from "../directive.js";
import { inlineNodes, paragraphOf } from "../inline-nodes.js";
import { missingNodes } from "../missing-nodes.js";
import { clockSentence, errorSentences, fallbackSentences, triggerPieces } from "../protocol-sentences.js";

type Protocol = NonNullable<DocumentContext["document"]["protocol"]>;

/**
 * The opening of an exception protocol (`::protocol{part="purpose"}`), and the card that a planner on duty pins to the
 * wall (`::protocol{part="card"}`): when, what to do, whom to tell, until when, and how to go back.
 */
export const protocol: Directive = {
  id: "protocol",
  forms: ["leaf"],
  attributes: ["part"],
  values: { part: ["purpose", "card"] },
  inNotes: false,
  build: ({ attributes, form }, context) => {
    const plan = context.document.protocol;
    if (plan === undefined) return missingNodes("protocol", form, context);
    return attributes.part === "card" ? cardOf(context, plan) : purposeOf(context, plan);
  },
};

function purposeOf({ voice }: DocumentContext, { purpose }: Protocol): readonly RootContent[] {
  return [
    paragraphOf([
      purpose === undefined ? voice.say("protocol.purpose-usual") : [text(visibleText(purpose))],
      voice.say("protocol.purpose-whole"),
    ]),
  ];
}

/** Five steps in the order in which they are needed; one that nobody has decided says so. */
function cardOf(context: DocumentContext, plan: Protocol): readonly RootContent[] {
  const { voice } = context;
  const { triggers = [], authority = [], fallback, clock, exit = [], log, contact } = plan;
  const steps: readonly (readonly [string, readonly (readonly Inline[])[]])[] = [
    ["when", triggers.map((trigger) => triggerPieces(context, trigger))],
    [
      "do",
      fallback === undefined
        ? []
        : [
            ...fallbackSentences(context, fallback).slice(0, -1),
            ...errorSentences(context, fallback).slice(0, 1),
          ],
    ],
    [
      "tell",
      authority.map(({ role, tells, within }) =>
        voice.say("protocol.card-tell", {
          role: visibleText(role),
          tells: visibleText(tells),
          within: visibleText(within),
        }),
      ),
    ],
    [
      "write",
      log === undefined
        ? []
        : [voice.say("protocol.card-write", { what: visibleText(log.what), where: visibleText(log.where) })],
    ],
    ["until", clock === undefined ? [] : [clockSentence(context, clock)]],
    [
      "back",
      exit.map(({ test, signed_by: by }) =>
        voice.say("protocol.card-back", { test: visibleText(test), by: visibleText(by) }),
      ),
    ],
  ];
  const item = (pieces: readonly Inline[]) => ({
    type: "listItem" as const,
    spread: false,
    children: [{ type: "paragraph" as const, children: inlineNodes(pieces) }],
  });
  return [
    ...steps.flatMap(([name, sentences]): RootContent[] => [
      { type: "heading", depth: 3, children: inlineNodes(voice.say(`protocol.card-${name}-head`)) },
      {
        type: "list",
        ordered: false,
        spread: false,
        children: (sentences.length === 0 ? [voice.say("protocol.card-open")] : sentences).map(item),
      },
    ]),
    ...(contact === undefined
      ? []
      : [paragraphOf([voice.say("protocol.card-contact", { contact: visibleText(contact) })])]),
  ];
}
