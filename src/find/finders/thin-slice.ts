import { smallClass } from "../small-class.js";
import { fact, type Finder } from "../finder.js";

export const thinSlice: Finder = {
  id: "thin-slice",
  summary:
    "A slice with too few positives or negatives, or too few cases of any kind, to show a rate; none that nobody counted.",
  find: (evidence) =>
    evidence.slices
      .filter(
        ({ negated, n, positives, negatives }) =>
          !negated && Math.min(positives ?? n ?? Infinity, negatives ?? n ?? Infinity) < smallClass,
      )
      .map(({ id, evaluation, positives }) =>
        fact("thin-slice", "COV", positives === null ? "finding.thin-slice-cases" : "finding.thin-slice", {
          evaluation,
          slice: id,
          slots: { needed: smallClass },
          gap: true,
        }),
      ),
};
