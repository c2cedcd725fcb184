import type { PhrasingContent, RootContent } from "mdast";

import type { Inline } from "../../model/inline.js";
import type { CaseFacts } from "../../phrasing/case-facts.js";
import {
  adviceSentence,
  breakEvenSentence,
  caseAnswer,
  caseSentences,
  forecastSentences,
  isShownChance,
  moneySentences,
  ruleSentence,
  usualBreakEvenSentence,
  windowSentence,
} from "../../phrasing/case-sentences.js";
import { formatDate } from "../../phrasing/format-date.js";
import { visibleText } from "../../visible-text.js";
import { caseFactsOf } from "../case-facts.js";
import type { DocumentContext } from "../context.js";
import type { Directive } from "../directive.js";
import { inlineNodes, paragraphOf, textNodes } from "../inline-nodes.js";
import { planLine } from "../plan-text.js";
import { resolveSlice } from "../resolve.js";

/** Parts of a case note, each a paragraph; `answer` is one line. */
const parts: Readonly<
  Record<string, (context: DocumentContext, facts: CaseFacts) => readonly RootContent[]>
> = {
  answer: (context, facts) => [paragraphOf([answerOf(context, facts)])],
  forecast: ({ voice }, facts) => [
    paragraphOf([
      ...forecastSentences(voice, facts).slice(0, 2),
      ...(isShownChance(facts) ? [windowSentence(voice, facts)] : []),
    ]),
  ],
  meaning: ({ voice }, facts) =>
    isShownChance(facts) ? [paragraphOf([forecastSentences(voice, facts)[2] ?? []])] : [],
  money: (context, facts) => {
    const { voice } = context;
    if (!isShownChance(facts)) return [paragraphOf([adviceSentence(voice, facts)])];
    const money = moneySentences(voice, facts);
    return [
      ...headed(
        context,
        "break-even",
        sentences(
          [
            breakEvenSentence(voice, facts),
            adviceSentence(voice, facts, true),
            usualBreakEvenSentence(voice, facts),
            ruleSentence(voice, facts),
          ].filter(({ length }) => length > 0),
        ),
      ),
      ...(money.length === 0 ? [] : headed(context, "money", sentences(money))),
    ];
  },
  limits: (context) => authorLines(context, "limits"),
  unseen: (context) => authorLines(context, "unseen"),
  tips: (context) => authorLines(context, "tips"),
  decider: (context) => {
    const { voice, document, index } = context;
    const { owner, by } = document.decision ?? {};
    const who = voice.say("case.decides", {
      decider: owner === undefined ? voice.say("case.decider-unknown") : visibleText(owner),
      by: by === undefined ? "" : formatDate(by, voice.lang),
      dated: by === undefined ? "no" : "yes",
    });
    const ask = planLine(context, `documents.${index}.decision.ask`);
    return headed(context, "decides", [...inlineNodes(who), ...textNodes(" "), ...ask]);
  },
};

/**
 * The one case of the document (`documents[].case`), or any score: `::case{score="0.15"}`. What became of past cases
 * scored like it, where acting breaks even, and what the numbers speak for; only where the score is shown to be a
 * probability, else that it is not, and that a person has to look. `part` tells one part of it alone.
 */
export const caseDirective: Directive = {
  id: "case",
  forms: ["leaf", "text"],
  attributes: ["score", "of", "part"],
  values: { part: Object.keys(parts) },
  inNotes: true,
  build: ({ attributes, form, place }, context) => {
    const { voice, document } = context;
    const given = attributes.score === undefined ? document.case?.score : Number(attributes.score);
    if (given === undefined || !(given >= 0 && given <= 1)) {
      context.report({
        code: "dangling-reference",
        severity: "error",
        place,
        text: `There is no score of a case, "${attributes.score ?? ""}".`,
        hint: "Give documents[].case.score, or score as a number from 0 to 1.",
      });
      return [];
    }
    const slice = resolveSlice(attributes.of ?? document.case?.slice, context, place);
    if (slice === undefined) return [];
    const facts = caseFactsOf(context, given, slice?.id ?? "all");
    if (facts === null) return [];
    if (form === "text") return inlineNodes(answerOf(context, facts));
    const part = parts[attributes.part ?? ""];
    return part === undefined ? [paragraphOf(caseSentences(voice, facts))] : part(context, facts);
  },
};

function answerOf({ voice, document, evaluation }: DocumentContext, facts: CaseFacts): readonly Inline[] {
  const { owner } = document.decision ?? {};
  const given = document.case?.id;
  const id = given === undefined ? undefined : (evaluation.facet_names?.[given] ?? given);
  return caseAnswer(voice, facts, {
    decider: owner === undefined ? null : visibleText(owner),
    id: id === undefined ? null : visibleText(id),
  });
}

/** Texts of the author under one heading in the line; nothing where there are none. */
function authorLines(context: DocumentContext, key: "limits" | "unseen" | "tips"): readonly RootContent[] {
  const lines = (context.document.case?.[key] ?? []).map((_, place) =>
    planLine(context, `documents.${context.index}.case.${key}.${place}`),
  );
  return lines.length === 0
    ? []
    : headed(
        context,
        key,
        lines.flatMap((line, at) => [...(at === 0 ? [] : textNodes(" ")), ...line]),
      );
}

/** A paragraph that opens with what it is about. */
function headed(
  { voice }: DocumentContext,
  name: string,
  content: readonly PhrasingContent[],
): readonly RootContent[] {
  const heading: PhrasingContent = {
    type: "strong",
    children: inlineNodes(voice.say(`case.heading-${name}`)),
  };
  return [{ type: "paragraph", children: [heading, ...textNodes(" "), ...content] }];
}

function sentences(told: readonly (readonly Inline[])[]): PhrasingContent[] {
  return paragraphOf(told).children;
}
