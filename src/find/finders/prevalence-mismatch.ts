import { estimatesOf } from "../estimates-of.js";
import { fact, type Finder } from "../finder.js";

export const prevalenceMismatch: Finder = {
  id: "prevalence-mismatch",
  summary:
    "Positives are at least twice as common, or half as common, in the evidence as where the model is used.",
  find: (evidence) =>
    evidence.evaluations.flatMap(({ id }) => {
      const get = estimatesOf(evidence, id);
      const [test, live] = [get("base-rate", "all"), get("deployment-base-rate", "all")];
      if (test?.value == null || live?.value == null || live.value === 0) return [];
      const ratio = test.value / live.value;
      if (ratio >= 0.5 && ratio <= 2) return [];
      return [
        fact("prevalence-mismatch", "PRV", "finding.prevalence-mismatch", {
          id: `prevalence-mismatch@${id}`,
          evaluation: id,
          estimates: [test.id, live.id],
        }),
      ];
    }),
};
