import { fact, type Finder } from "../finder.js";

export const criteriaNotMet: Finder = {
  id: "criteria-not-met",
  summary: "A criterion that was agreed and that the evidence does not show to be met.",
  find: ({ criteria }) =>
    criteria
      .filter(({ verdict }) => verdict !== "pass")
      .map(({ id, of, verdict, reason, slice, evaluation, estimate }) => {
        const why = reason === "criterion.stale-version" ? "stale-version" : verdict;
        return fact("criteria-not-met", "UNM", `finding.criteria-not-met.${why}`, {
          id: `criteria-not-met@${id}`,
          slots: { criterion: of, where: slice === "all" ? "all" : "slice" },
          slice: slice === "all" ? null : slice,
          evaluation,
          estimates: estimate === null ? [] : [estimate],
          gap: verdict !== "fail",
        });
      }),
};
