import type { Finding } from "../../model/assessment.js";
import { findingSentence } from "../../phrasing/finding-sentence.js";
import type { Directive } from "../directive.js";
import { paragraphOf } from "../inline-nodes.js";

/**
 * The group with the most errors beyond those of all others, in one sentence, so that no overall rate stands alone;
 * nothing where no group is clearly worse, or an edition withholds what a search found.
 */
export const weakestGroup: Directive = {
  id: "weakest-group",
  forms: ["leaf"],
  attributes: [],
  inNotes: true,
  build: (_call, { voice, assessment, evaluation }) => {
    const harm = ({ size }: Finding): number =>
      size === null ? 0 : (voice.estimate(size)?.interval?.low ?? 0);
    const [gravest] = assessment.findings
      .filter((finding) => finding.rule === "weak-slice" && finding.evaluation === evaluation.id)
      .sort((a, b) => harm(b) - harm(a));
    return gravest === undefined ? [] : [paragraphOf([findingSentence(voice, gravest, assessment.slices)])];
  },
};
