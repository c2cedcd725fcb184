import { isBinary } from "../../model/tasks.js";
import { formatCount } from "../../phrasing/format-number.js";
import { counted } from "../../phrasing/counted.js";
import { displayGate } from "../../phrasing/display-gate.js";
import { ofNoun } from "../../phrasing/noun-slots.js";
import { voiceAbout } from "../../phrasing/voice-about.js";
import type { DocumentContext } from "../context.js";
import { estimateAt } from "../resolve.js";
import { subjectOf } from "../subject-of.js";
import { countedEvidence } from "../counted-evidence.js";
import type { Directive } from "../directive.js";
import { paragraphOf } from "../inline-nodes.js";
import { formatDate } from "../../phrasing/format-date.js";

/** How sure we are: what was counted and when, what the ranges cover, and what they do not. */
export const evidence: Directive = {
  id: "evidence",
  forms: ["leaf"],
  attributes: [],
  inNotes: false,
  build: (_call, context) => {
    const { voice, evaluation, assessment } = context;
    const { words } = voice;
    const { collected, kind, used, positives, basis } = evaluation;
    const own = ownCounts(context);
    const slots = {
      ...(own ?? {
        n: counted(voice, `evaluation:${evaluation.id}`, "n", used),
        p: counted(voice, `evaluation:${evaluation.id}`, "positives", positives ?? 0),
        cases: words.case[1],
        of_cases: ofNoun(words, "case", used),
        positives: words.positive[positives === 1 ? 0 : 1],
      }),
      sliced: own === null ? "no" : "yes",
      all: counted(voice, `evaluation:${evaluation.id}`, "n", used),
      all_cases: words.case[1],
      of_all_cases: ofNoun(words, "case", used),
      kind: kind === "held-out" ? "heldOut" : (kind ?? "unknown"),
      first: collected === null ? "" : formatDate(collected.first, voice.lang),
      last: collected === null ? "" : formatDate(collected.last, voice.lang),
      dated: collected === null ? "no" : collected.first === collected.last ? "day" : "range",
      by: evaluation.reported_by ?? "",
      named: evaluation.reported_by == null ? "no" : "yes",
      subjects: evaluation.subjects === null ? "" : formatCount(evaluation.subjects, voice.lang),
    };
    const general = !isBinary(evaluation.task);
    const told =
      basis === "rates" ? "evidence.reported" : general ? "evidence.counted-general" : "evidence.counted";
    const sentences = [
      voice.say(told, { ...slots, counts: general ? countedEvidence(context) : "" }),
      ...(basis === "rates" ? [] : [voice.say("evidence.range", slots)]),
      // How many subjects a slice has is not counted.
      ...(evaluation.subjects === null || own !== null ? [] : [voice.say("evidence.subjects", slots)]),
      voice.say(assessment.evaluations.length > 1 ? "evidence.several" : "evidence.one-period", {
        several: formatCount(assessment.evaluations.length, voice.lang),
      }),
    ];
    return [paragraphOf(sentences)];
  },
};

/** The counts of the slice a document is about; null where it is about all cases, or the edition may not show them. */
function ownCounts(context: DocumentContext) {
  const subject = subjectOf(context.document);
  const slice = context.slice(subject) ?? null;
  const estimate = estimateAt(context, "base-rate", subject);
  if (slice === null || estimate?.numerator == null || estimate.denominator === null) return null;
  if (displayGate(estimate, context.voice.audience) === "hidden") return null;
  const { id, numerator, denominator } = estimate;
  const { words } = voiceAbout(context.voice, slice);
  return {
    n: counted(context.voice, id, "denominator", denominator),
    p: counted(context.voice, id, "numerator", numerator),
    cases: words.case[1],
    of_cases: ofNoun(words, "case", denominator),
    positives: words.positive[numerator === 1 ? 0 : 1],
  };
}
