import { estimatesOf } from "../estimates-of.js";
import { fact, type Candidate, type Finder, type JudgedEvidence } from "../finder.js";

/** Widest range over all cases that still supports a decision: 20 cases of 100. */
const widest = 0.2;
/** Largest part of the room to an agreed bound that the range may take up. */
const mostOfTheRoom = 0.5;

export const wideInterval: Finder = {
  id: "wide-interval",
  summary:
    "A headline rate over all cases whose range is too wide to decide on, or one that takes up more than half of the room to its agreed bound.",
  find: (evidence) => [
    ...evidence.evaluations.flatMap(({ id }) => {
      const get = estimatesOf(evidence, id);
      return ["recall", "precision", "false-alarms", "fmr", "fnmr"].flatMap((metric) => {
        const estimate = get(metric, "all");
        if (estimate?.interval == null) return [];
        if (estimate.interval.high - estimate.interval.low < widest) return [];
        return [
          fact("wide-interval", "UNM", `finding.wide-interval.${metric}`, {
            id: `wide-interval@${id}#${metric}`,
            evaluation: id,
            estimates: [estimate.id],
          }),
        ];
      });
    }),
    ...narrowPasses(evidence),
  ],
};

/** Criteria that pass, though only just: an inconclusive one is told as a criterion that is not met. */
function narrowPasses({ criteria, estimates }: JudgedEvidence): Candidate[] {
  return criteria.flatMap(({ id, of, operator, verdict, limit, bound, slice, evaluation, estimate }) => {
    const value = estimates.find((own) => own.id === estimate)?.value ?? null;
    const bounded = operator === "at-least" || operator === "at-most";
    if (!bounded || verdict !== "pass" || limit === null || bound === null || value === null) return [];
    const room = Math.abs(bound - value);
    if (Math.abs(limit - value) <= mostOfTheRoom * room) return [];
    return [
      fact("wide-interval", "UNM", "finding.wide-interval.criterion", {
        id: `wide-interval@${id}`,
        slots: { criterion: of, where: slice === "all" ? "all" : "slice" },
        slice: slice === "all" ? null : slice,
        evaluation,
        estimates: estimate === null ? [] : [estimate],
      }),
    ];
  });
}
