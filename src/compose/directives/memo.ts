import type { PhrasingContent, RootContent } from "mdast";

import { formatDate } from "../../phrasing/format-date.js";
import type { Inline } from "../../model/inline.js";
import {
  differenceBound,
  kindSentences,
  pairSentence,
  pilotSentences,
  recommendationSentence,
} from "../../phrasing/memo-sentences.js";
import { measureSentence } from "../../phrasing/measure-sentence.js";
import { visibleText } from "../../visible-text.js";
import { phrasingList } from "../bullet-list.js";
import type { DocumentContext } from "../context.js";
import type { Directive } from "../directive.js";
import { inlineNodes, paragraphOf, textNodes } from "../inline-nodes.js";
import { optionName } from "../option-name.js";
import { pairFactsOf } from "../pair-facts.js";
import { planLine } from "../plan-text.js";
import { findEstimate } from "../resolve.js";
import { toInline } from "../to-inline.js";

const parts: Readonly<Record<string, (context: DocumentContext) => readonly RootContent[]>> = {
  recommendation: (context) => {
    const facts = pairFactsOf(context);
    const kinds = facts === null ? [] : kindSentences(context.voice, facts);
    return paragraphs([recommendationOf(context), ...kinds]);
  },
  difference: (context) => {
    const facts = pairFactsOf(context);
    const { voice } = context;
    return facts === null ? [] : paragraphs([pairSentence(voice, facts), differenceBound(voice, facts)]);
  },
  pilot: (context) => {
    const facts = pairFactsOf(context);
    const { voice, document, index } = context;
    if (facts === null) return [];
    const planned = document.memo?.pilot_cases ?? null;
    return paragraphs(pilotSentences(voice, facts, planned, `plan:documents.${index}.memo.pilot_cases`));
  },
  exit: (context) => line(planLine(context, `documents.${context.index}.memo.exit`)),
  wrong: (context) =>
    phrasingList(
      (context.document.memo?.wrong ?? []).map(({ option }, place) => [
        {
          type: "strong",
          children: inlineNodes(context.voice.say("memo.if-wrong", { name: optionName(context, option) })),
        },
        ...textNodes(" "),
        ...planLine(context, `documents.${context.index}.memo.wrong.${place}.cost`),
      ]),
    ),
  reverses: (context) =>
    phrasingList(
      (context.document.memo?.reverses ?? []).map((_, place) =>
        planLine(context, `documents.${context.index}.memo.reverses.${place}`),
      ),
    ),
  control: controlOf,
};

/** A part of an option memo: what the evidence says of the two, and what the author holds against it. */
export const memo: Directive = {
  id: "memo",
  forms: ["leaf"],
  attributes: ["part"],
  values: { part: Object.keys(parts) },
  inNotes: false,
  build: ({ attributes }, context) => parts[attributes.part ?? ""]?.(context) ?? [],
};

function recommendationOf(context: DocumentContext): readonly Inline[] {
  const { document, voice, index } = context;
  const asked = (document.options ?? []).find(({ ask }) => ask === true);
  const facts = pairFactsOf(context);
  if (asked === undefined || facts === null) return [];
  const [first, second] = facts.difference.facet?.split("-vs-") ?? [];
  const side = asked.model === first ? "first" : asked.model === second ? "second" : null;
  const despite = planLine(context, `documents.${index}.memo.despite`);
  return recommendationSentence(voice, facts, {
    name: optionName(context, asked.id),
    side: asked.model === undefined ? null : side,
    despite: toInline(despite),
  });
}

/** What people can turn, who may, and what turning it was measured to do. */
function controlOf(context: DocumentContext): readonly RootContent[] {
  const { assessment, voice } = context;
  const told = assessment.controls.map(({ name, step, changed_by: who, effect, rollback_tested: back }) => {
    const estimate = effect === undefined ? undefined : findEstimate(effect, context);
    const measured =
      estimate?.value == null
        ? voice.say("memo.control-not-measured")
        : [
            ...voice.say("memo.control-step", { step: visibleText(step) }),
            ...measureSentence(voice, estimate, context.slice(estimate.slice) ?? null),
          ];
    return paragraphOf([
      voice.say("memo.control", {
        name: visibleText(name),
        who: who === undefined ? "" : visibleText(who),
        named: who === undefined ? "no" : "yes",
      }),
      measured,
      back === undefined
        ? voice.say("memo.control-no-way-back")
        : voice.say("memo.control-way-back", { day: formatDate(back, voice.lang) }),
    ]).children;
  });
  return told.length === 0 ? paragraphs([voice.say("memo.no-control")]) : phrasingList(told);
}

function paragraphs(sentences: readonly (readonly Inline[])[]): readonly RootContent[] {
  const told = sentences.filter(({ length }) => length > 0);
  return told.length === 0 ? [] : [paragraphOf(told)];
}

function line(children: readonly PhrasingContent[]): readonly RootContent[] {
  return children.length === 0 ? [] : [{ type: "paragraph", children: [...children] }];
}
