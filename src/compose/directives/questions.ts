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
import { restate } from "../../phrasing/restate.js";
import type { DocumentContext } from "../context.js";
import type { Directive } from "../directive.js";
import { headlineEstimates } from "../headline-estimates.js";
import { inlineNodes, paragraphOf } from "../inline-nodes.js";
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
    const items = [askItem(context), numberItem(context), changeItem(context)];
    const list: BlockContent = { type: "list", ordered: true, spread: false, children: items };
    return [
      {
        type: "block",
        name: "questions",
        label: plainText(voice.say("questions.title")),
        children: [paragraphOf([voice.say("questions.how")]), list, ...triedLines(context)],
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

/** How many of the flagged are right; of other evidence, what the first number of the page says. */
function numberItem(context: DocumentContext): ListItem {
  const { voice, evaluation } = context;
  const slots = nounSlots(voice.words);
  const precision = estimateAt(context, "precision");
  const isTold = precision?.value != null && displayGate(precision, voice.audience) === "rate";
  if (isBinary(evaluation.task) && isTold) {
    const of = voice.totalOf(precision);
    const question = voice.say("questions.of-flagged", {
      ...slots,
      of: counted(voice, precision.id, "outOf", of, of),
    });
    return item(question, [paragraphOf([rateSentence(voice, precision)])]);
  }
  if (isBinary(evaluation.task))
    return item(voice.say("questions.of-flagged-unknown", slots), [
      paragraphOf([voice.say("questions.cannot-be-said", slots)]),
    ]);
  const [first] = headlineEstimates(context);
  const told = first === undefined ? voice.say("measure.nothing") : measureSentence(voice, first, null);
  return item(voice.say("questions.first-number"), [paragraphOf([told])]);
}

/** What would change our mind: the break-even, a watched signal, and the first thing not known. */
function changeItem(context: DocumentContext): ListItem {
  const { voice, assessment } = context;
  const breakEven = estimateAt(context, "break-even-precision");
  const of = voice.outOf.flagged;
  const least = breakEven?.value == null ? null : (restate(breakEven, of)?.count.printed ?? null);
  const [signal] = assessment.monitoring;
  const [unknown] = unknownFindings(context);
  const answers = [
    breakEven === undefined || least === null
      ? []
      : voice.say("questions.change-break-even", {
          ...nounSlots(voice.words),
          least: counted(voice, breakEven.id, "value", least, of),
          of: counted(voice, breakEven.id, "outOf", of, of),
        }),
    signal === undefined ? [] : voice.say("questions.change-signal", { ...signal, cadence: "" }),
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
