import { smallClass } from "../small-class.js";
import { fact, type Finder } from "../finder.js";

export const thinSlice: Finder = {
  id: "thin-slice",
  summary: "A slice with too few positives or negatives to show a rate.",
  find: (evidence) =>
    evidence.slices
      .filter(
        ({ negated, positives, negatives }) =>
          !negated && Math.min(positives ?? 0, negatives ?? 0) < smallClass,
      )
      .map(({ id, evaluation }) =>
        fact("thin-slice", "COV", "finding.thin-slice", {
          evaluation,
          slice: id,
          slots: { needed: smallClass },
          gap: true,
        }),
      ),
};
