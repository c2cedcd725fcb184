import { isBinary } from "../../model/tasks.js";
import type { PhrasingContent } from "mdast";

import { headlineEstimates } from "../headline-estimates.js";
import { measureSentence } from "../../phrasing/measure-sentence.js";
import { text } from "../../phrasing/inline.js";
import type { Inline } from "../../model/inline.js";
import { estimateAt } from "../resolve.js";
import { shortRate } from "../../phrasing/rate-sentence.js";
import { formatCount } from "../../phrasing/format-number.js";
import type { DocumentContext } from "../context.js";
import type { Directive } from "../directive.js";
import { inlineNodes } from "../inline-nodes.js";
import { planLine } from "../plan-text.js";
import { visibleText } from "../../visible-text.js";

/** The sentence on top: the decision asked for, else the verdict that the facts give. */
export const ask: Directive = {
  id: "ask",
  forms: ["text"],
  attributes: [],
  inNotes: false,
  build: (_call, context) => {
    const asked = planLine(context, `documents.${context.index}.decision.ask`);
    return asked.length > 0 ? asked : verdict(context);
  },
};

function verdict(context: DocumentContext): PhrasingContent[] {
  const { voice, assessment, document } = context;
  const [headline] = isBinary(context.evaluation.task) ? [] : headlineEstimates(context);
  if (document.kind === "model-card" && !isBinary(context.evaluation.task))
    return inlineNodes(
      voice.say(headline === undefined ? "verdict.nothing-measured" : "verdict.measured", {
        model: visibleText(assessment.model.name),
        told: headline === undefined ? "" : withoutStop(measureSentence(voice, headline, null), voice.lang),
      }),
    );
  const recall = estimateAt(context, "recall");
  const alarms = estimateAt(context, "false-alarms");
  const limits = assessment.limitations.filter(
    ({ status }) => status !== "closed" && status !== "superseded",
  ).length;
  const gaps = assessment.findings.filter(({ gap }) => gap).length;
  const measured = recall?.value != null && alarms?.value != null;
  return inlineNodes(
    // A kind of a team need not bring a sentence of its own.
    voice.say(voice.knows(`verdict.${document.kind}`) ? `verdict.${document.kind}` : "verdict.briefing", {
      model: visibleText(assessment.model.name),
      measured: measured ? "yes" : "no",
      caught: measured ? shortRate(voice, recall) : "",
      alarms: measured ? shortRate(voice, alarms) : "",
      positives: voice.words.positive[1],
      negatives: voice.words.negative[1],
      flagged: voice.words.flagged,
      limits: formatCount(limits, voice.lang),
      limits_n: limits,
      held: formatCount(context.withheld, voice.lang),
      held_n: context.withheld,
      gaps: formatCount(gaps, voice.lang),
      gaps_n: gaps,
    }),
  );
}

/** A sentence that goes on in another: without its stop, and in English without its capital letter. */
function withoutStop(pieces: readonly Inline[], lang: string): readonly Inline[] {
  return pieces.map((piece, index) => {
    if (piece.type !== "text") return piece;
    const opened =
      index === 0 && lang === "en"
        ? piece.value.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
        : piece.value;
    return text(index === pieces.length - 1 ? opened.replace(/\.$/, "") : opened);
  });
}
