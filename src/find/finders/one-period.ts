import { fact, type Finder } from "../finder.js";

export const onePeriod: Finder = {
  id: "one-period",
  summary: "One body of evidence: nothing says whether the result repeats.",
  find: ({ evaluations }) =>
    evaluations.length > 1
      ? []
      : [
          fact("one-period", "UNM", "finding.one-period", {
            gap: true,
            evaluation: evaluations[0]?.id ?? null,
          }),
        ],
};
