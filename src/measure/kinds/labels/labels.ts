import { nothingMeasured, type EvidenceKind } from "../kind.js";
import { rowFacts } from "../row-facts.js";
import { measureLabels } from "./measure-labels.js";

/** Labels of several people on the same cases, without a model. */
export const labels: EvidenceKind = {
  id: "labels",
  summary:
    "Labels that several people gave the same cases: how far they agree, and what their noise allows to claim.",
  measure: async (input) => {
    const { rows, used, blank, estimates } = await measureLabels(input);
    const facts = rowFacts(input, {
      rows,
      used,
      positives: null,
      negatives: null,
      excluded: { label_blank: blank, score_blank: 0, score_not_finite: 0 },
    });
    return { ...nothingMeasured(facts), estimates: [...estimates] };
  },
};
