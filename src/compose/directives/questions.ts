import type { BlockContent, ListItem } from "mdast";

import { isBinary } from "../../model/tasks.js";
import { counted } from "../../phrasing/counted.js";
import { displayGate } from "../../phrasing/display-gate.js";
import { formatDate } from "../../phrasing/format-date.js";
import { plainText } from "../../phrasing/inline.js";
import type { Inline } from "../../model/inline.js";
import { measureSentence } from "../../phrasing/measure-sentence.js";
import { nounSlots } from "../../phrasing/noun-slots.js";
import { rateSentence } from "../../phrasing/rate-sentence.js";
import { leastRight } from "../../phrasing/least-right.js";
import { voiceAbout } from "../../phrasing/voice-about.js";
import type { DocumentContext } from "../context.js";
import type { Directive } from "../directive.js";
import { headlineRefs } from "../headline-estimates.js";
import { inlineNodes, paragraphOf } from "../inline-nodes.js";
import { subjectOf } from "../subject-of.js";
import { knownAt } from "../known-at.js";
import { choosePattern, tellPattern } from "../../phrasing/patterns/choose-pattern.js";
import { planText } from "../plan-text.js";
import { estimateAt } from "../resolve.js";
import { toldFinding } from "../told-finding.js";
import { unknownFindings } from "../unknown-findings.js";

/** Editions whose readers a team may ask; outside they are no business of the page. */
const asked = ["internal", "auditor", "executive"];

/**
 * Three questions that show whether a reader took from the page what it says: what is asked, how many of the flagged
 * are right, what would change our mind. With the answers, from the same facts, and what readers said so far
 * (`documents[].tried`). Folded on the screen and left out of the print: it is for the author, before the page goes out.
 */
export const questions: Directive = {
  id: "questions",
  forms: ["leaf"],
  attributes: [],
  inNotes: false,
  build: (_call, context) => {
    const { voice } = context;
    if (!asked.includes(voice.audience)) return [];
    // Only those who write the page know the plan.
    const isOurs = voice.audience === "internal" || context.document.status !== "final";
    const how = voice.say("questions.how", { noted: isOurs ? "yes" : "no" });
    const items = [askItem(context), numberItem(context), changeItem(context)];
    const list: BlockContent = { type: "list", ordered: true, spread: false, children: items };
    return [
      {
        type: "block",
        name: "questions",
        label: plainText(voice.say("questions.title")),
        children: [paragraphOf([how]), list, ...triedLines(context)],
      },
    ];
  },
};

function item(question: readonly Inline[], answer: readonly BlockContent[]): ListItem {
  const strong = paragraphOf([[{ type: "strong", children: question }]]);
  return { type: "listItem", spread: false, children: [strong, ...answer] };
}

/** Who decides what, and by when. */
function askItem(context: DocumentContext): ListItem {
  const { voice, document, index } = context;
  const { decision } = document;
  const who = voice.say("questions.who", {
    owner: decision?.owner ?? "",
    owned: decision?.owner === undefined ? "no" : "yes",
    by: decision?.by === undefined ? "" : formatDate(decision.by, voice.lang),
    dated: decision?.by === undefined ? "no" : "yes",
  });
  const ask = planText(context, `documents.${index}.decision.ask`) as BlockContent[];
  return item(voice.say("questions.ask"), [...ask, paragraphOf([who])]);
}

/** How many of the flagged are right, of the group the page is about; of other evidence, what the first number says. */
function numberItem(context: DocumentContext): ListItem {
  const { evaluation, document } = context;
  const reported = evaluation.task === "reported" && context.assessment.words.given;
  if (reported && headlineRefs(context).length === 0) return reportedItem(context);
  if (!isBinary(evaluation.task)) return firstNumberItem(context);
  const subject = subjectOf(document);
  const voice = voiceAbout(context.voice, context.slice(subject) ?? null);
  const slots = nounSlots(voice.words);
  const precision = estimateAt(context, "precision", subject);
  if (precision?.value == null || displayGate(precision, voice.audience) !== "rate")
    return item(voice.say("questions.of-flagged-unknown", slots), [
      paragraphOf([voice.say("questions.cannot-be-said", slots)]),
    ]);
  const of = voice.totalOf(precision);
  const question = voice.say("questions.of-flagged", {
    ...slots,
    of: counted(voice, precision.id, "outOf", of, of),
  });
  return item(question, [paragraphOf([rateSentence(voice, precision)])]);
}

/** Of rates that somebody reported: what the page says of them, which is the answer or why there is none. */
function reportedItem(context: DocumentContext): ListItem {
  const { voice } = context;
  const known = knownAt(context, null);
  const told = tellPattern(voice, known, choosePattern(voice, known).chosen, "reported");
  const answer = told.length > 0 ? told : [voice.say("measure.nothing")];
  return item(voice.say("questions.of-flagged-unknown", nounSlots(voice.words)), [paragraphOf(answer)]);
}

function firstNumberItem(context: DocumentContext): ListItem {
  const { voice } = context;
  const [first] = headlineRefs(context);
  const estimate =
    first && (context.estimate(first.ref) ?? context.estimate(`${context.evaluation.id}/${first.ref}`));
  const told =
    estimate === undefined
      ? voice.say("measure.nothing")
      : measureSentence(voice, estimate, context.slice(estimate.slice) ?? null);
  return item(voice.say("questions.first-number"), [paragraphOf([told])]);
}

/** What would change our mind: the break-even, a watched signal, and the first thing not known. */
function changeItem(context: DocumentContext): ListItem {
  const { voice, assessment } = context;
  const breakEven = estimateAt(context, "break-even-precision");
  const least = breakEven?.value == null ? null : leastRight(breakEven.value, voice.outOf.flagged);
  const [signal] = assessment.monitoring;
  const [unknown] = unknownFindings(context);
  const answers = [
    breakEven === undefined || least === null
      ? []
      : voice.say("questions.change-break-even", {
          ...nounSlots(voice.words),
          least: counted(voice, breakEven.id, "value", least.count, least.of),
          of: counted(voice, breakEven.id, "outOf", least.of, least.of),
        }),
    signal === undefined
      ? []
      : voice.say("questions.change-signal", {
          signal: signal.signal,
          threshold: signal.threshold,
        }),
    unknown === undefined ? [] : [...voice.say("questions.change-unknown"), ...toldFinding(context, unknown)],
  ].filter(({ length }) => length > 0);
  const told = answers.length > 0 ? answers : [voice.say("questions.change-nothing")];
  return item(
    voice.say("questions.change"),
    told.map((answer) => paragraphOf([answer])),
  );
}

/** What readers answered so far, one line each, or that nobody was asked. */
function triedLines({ voice, document }: DocumentContext): BlockContent[] {
  const tried = document.tried ?? [];
  if (tried.length === 0) return [paragraphOf([voice.say("questions.untried")])];
  return tried.map(({ role, date, right, note }) => ({
    type: "paragraph",
    children: inlineNodes(
      voice.say("questions.tried", {
        role,
        date: formatDate(date, voice.lang),
        right: counted(voice, "plan:documents.tried", "n", right),
        note: note ?? "",
        noted: note === undefined ? "no" : "yes",
      }),
    ),
  }));
}
