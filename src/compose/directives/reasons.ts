import { isBinary } from "../../model/tasks.js";
import { findingSentence } from "../../phrasing/finding-sentence.js";
import { measureSentence } from "../../phrasing/measure-sentence.js";
import { rateSentence } from "../../phrasing/rate-sentence.js";
import type { Finding } from "../../model/assessment.js";
import type { Directive } from "../directive.js";
import { inlineNodes } from "../inline-nodes.js";
import { headlineEstimates } from "../headline-estimates.js";

const most = 3;

/** Up to three reasons in counts, when the author wrote none: what is weak first, the largest harm ahead, then how well it works. */
export const reasons: Directive = {
  id: "reasons",
  forms: ["leaf"],
  attributes: [],
  inNotes: false,
  build: (_call, context) => {
    const { voice, assessment } = context;
    const binary = isBinary(context.evaluation.task);
    const harmOf = ({ size }: Finding): number =>
      size === null ? 0 : (voice.estimate(size)?.interval?.high ?? 0);
    const weak = assessment.findings
      .filter(
        ({ rule, gap, evaluation }) =>
          !gap &&
          (!binary || ["weak-slice", "miscalibration", "threshold-fragility"].includes(rule)) &&
          evaluation === context.evaluation.id,
      )
      .sort((a, b) => harmOf(b) - harmOf(a))
      .map((finding) => findingSentence(voice, finding, assessment.slices));
    const rates = headlineEstimates(context).map((estimate) =>
      binary ? rateSentence(voice, estimate) : measureSentence(voice, estimate, null),
    );
    const chosen = [...weak, ...rates].slice(0, most);
    if (chosen.length === 0) return [];
    return [
      {
        type: "list",
        ordered: true,
        spread: false,
        children: chosen.map((pieces) => ({
          type: "listItem" as const,
          spread: false,
          children: [{ type: "paragraph" as const, children: inlineNodes(pieces) }],
        })),
      },
    ];
  },
};
