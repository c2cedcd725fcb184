import { fact, type Finder } from "../finder.js";

/** Reasons that are told otherwise than their verdict: what would settle them is another thing. */
const whyOpen: Readonly<Record<string, string>> = {
  "criterion.stale-version": "stale-version",
  "criterion.cannot-pass": "cannot-pass",
  "criterion.fail-among-many": "among-many",
  "criterion.cell-thin": "thin",
};

export const criteriaNotMet: Finder = {
  id: "criteria-not-met",
  summary: "A criterion that was agreed and that the evidence does not show to be met.",
  find: ({ criteria }) =>
    criteria
      .filter(({ verdict }) => verdict !== "pass")
      .map(({ id, of, verdict, reason, slice, evaluation, estimate }) => {
        const why = whyOpen[reason] ?? verdict;
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
