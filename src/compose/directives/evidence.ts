import { isBinary } from "../../model/tasks.js";
import { formatCount } from "../../phrasing/format-number.js";
import { counted } from "../../phrasing/counted.js";
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
    const slots = {
      n: counted(voice, `evaluation:${evaluation.id}`, "n", used),
      p: counted(voice, `evaluation:${evaluation.id}`, "positives", positives ?? 0),
      cases: words.case[1],
      positives: words.positive[positives === 1 ? 0 : 1],
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
      ...(evaluation.subjects === null ? [] : [voice.say("evidence.subjects", slots)]),
      voice.say(assessment.evaluations.length > 1 ? "evidence.several" : "evidence.one-period", {
        several: formatCount(assessment.evaluations.length, voice.lang),
      }),
    ];
    return [paragraphOf(sentences)];
  },
};
