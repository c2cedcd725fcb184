import { estimatesOf } from "../estimates-of.js";
import { fact, type Candidate, type Finder, type JudgedEvidence } from "../finder.js";
import { smallClass } from "../small-class.js";

export const zeroErrors: Finder = {
  id: "zero-errors",
  summary: "No error of one kind among the cases tested: a bound, not a promise.",
  find: (evidence) => [...attacksThatNeverSlipped(evidence), ...noErrors(evidence)],
};

/** Species are not named: which attack never slipped in a test tells little, and which did tells too much. */
function attacksThatNeverSlipped({ details }: JudgedEvidence): Candidate[] {
  return Object.entries(details).flatMap(([evaluation, { attacks }]) => {
    const held = attacks?.species.filter(({ tested, slipped }) => tested > 0 && slipped === 0) ?? [];
    if (held.length === 0) return [];
    const fewest = Math.min(...held.map(({ tested }) => tested));
    return [
      fact("zero-errors", "UNM", "finding.zero-errors.attacks", {
        id: "zero-errors#attacks",
        evaluation,
        slots: { count: held.length, fewest },
      }),
    ];
  });
}

function noErrors(evidence: JudgedEvidence): Candidate[] {
  return evidence.evaluations.flatMap(({ id }) => {
    const get = estimatesOf(evidence, id);
    const slices = [
      "all",
      ...evidence.slices
        .filter(({ evaluation, negated }) => evaluation === id && !negated)
        .map((slice) => slice.id),
    ];
    return slices.flatMap((slice) =>
      (
        [
          ["recall", 1],
          ["false-alarms", 0],
          ["fmr", 0],
          ["fnmr", 0],
        ] as const
      ).flatMap(([metric, perfect]) => {
        const estimate = get(metric, slice);
        if (estimate?.value !== perfect || estimate.n < smallClass) return [];
        return [
          fact("zero-errors", "UNM", `finding.zero-errors.${metric}`, {
            id: `zero-errors@${slice}#${metric}`,
            evaluation: id,
            slice: slice === "all" ? null : slice,
            slots: { worth: Math.floor(Math.min(estimate.n, estimate.n_effective ?? estimate.n)) },
            estimates: [estimate.id],
          }),
        ];
      }),
    );
  });
}
