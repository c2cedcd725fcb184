import type { SliceShare } from "../../model/binary-details.js";
import { fact, type Candidate, type Finder } from "../finder.js";
import { moreErrorsP } from "../more-errors-p.js";

/** Share of the decisions that people change from which on the model is not what decides. */
const high = 0.1;
/** Smallest difference between slices that matters: 5 of 100. */
const practicalDifference = 0.05;
const minimumCases = 30;

export const humanOverride: Finder = {
  id: "human-override",
  summary:
    "Decisions of the model that people change often, or more often for one slice than for all others.",
  find: ({ evaluations, details }) =>
    evaluations.flatMap(({ id }) => {
      const shares = details[id]?.overrides ?? [];
      const all = shares.find(({ slice }) => slice === "all");
      if (all === undefined || all.n < minimumCases) return [];
      const often: Candidate[] =
        all.x / all.n > high
          ? [
              fact("human-override", "HUM", "finding.human-override.often", {
                id: `human-override@${id}`,
                evaluation: id,
                slots: { changed: all.x, of: all.n },
              }),
            ]
          : [];
      return [
        ...often,
        ...shares.filter(({ slice }) => slice !== "all").flatMap((share) => moreOften(id, share, all)),
      ];
    }),
};

/** A slice whose decisions are changed more often than all others: a search, so every slice is a look. */
function moreOften(evaluation: string, { slice, x, n }: SliceShare, all: SliceShare): Candidate[] {
  const rest = { x: all.x - x, n: all.n - n };
  if (n < minimumCases || rest.n < minimumCases) return [];
  const p = moreErrorsP({ errors: x, n, worth: n }, { errors: rest.x, n: rest.n, worth: rest.n });
  return [
    fact("human-override", "HUM", "finding.human-override.slice", {
      id: `human-override@${slice}`,
      evaluation,
      slice,
      slots: { changed: x, of: n, rest_changed: rest.x, rest_of: rest.n },
      p: p ?? 1,
      practical: x / n - rest.x / rest.n >= practicalDifference,
    }),
  ];
}
