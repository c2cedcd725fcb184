import { calibrationAt } from "../../model/calibration-at.js";
import { caseSentences } from "../../phrasing/case-sentences.js";
import type { Directive } from "../directive.js";
import { paragraphOf } from "../inline-nodes.js";
import { estimateAt, resolveSlice } from "../resolve.js";

/**
 * The one case of the document (`documents[].case`), or any score: `::case{score="0.15"}`. What became of past cases
 * scored like it, where acting breaks even, and what the numbers speak for; only where the score is shown to be a
 * probability, else that it is not, and that a person has to look.
 */
export const caseDirective: Directive = {
  id: "case",
  forms: ["leaf"],
  attributes: ["score", "of"],
  inNotes: true,
  build: ({ attributes, place }, context) => {
    const { assessment, evaluation, voice, document } = context;
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
    const at = (metric: string) => estimateAt(context, metric) ?? null;
    return [
      paragraphOf(
        caseSentences(voice, {
          evaluation: evaluation.id,
          score: given,
          calibration: calibrationAt(assessment, evaluation.id, given, slice?.id ?? "all"),
          breakEven: at("break-even-precision"),
          soonest: at("break-even-precision[low]"),
          latest: at("break-even-precision[high]"),
        }),
      ),
    ];
  },
};
