import { sliceId } from "../../model/slice-id.js";
import { decisionGaps } from "../decision-gaps.js";
import { estimatesOf } from "../estimates-of.js";
import { fact, type Finder } from "../finder.js";

/** Smallest ratio of two groups that matters, that of NIST SP 800-63A-4; its lower limit must lie above it. */
const practicalRatio = 1.25;

export const demographicGap: Finder = {
  id: "demographic-gap",
  summary:
    "A group of people who are judged wrongly clearly more often than others, or selected less than four fifths as often as the most selected group.",
  find: (evidence) => [
    ...decisionGaps(evidence),
    ...evidence.evaluations.flatMap(({ id }) => {
      const get = estimatesOf(evidence, id);
      const { ratios = [] } = evidence.details[id]?.verification ?? {};
      return ratios.map(({ attribute, metric, worst, best, low, p }) => {
        const slice = sliceId(attribute, worst);
        const shown = [get(metric, slice), get(metric, sliceId(attribute, best))];
        return fact("demographic-gap", "BIA", `finding.demographic-gap.${metric}`, {
          id: `demographic-gap@${slice}#${metric}`,
          evaluation: id,
          slice,
          estimates: shown.flatMap((estimate) => estimate?.id ?? []),
          p,
          practical: low > practicalRatio,
        });
      });
    }),
  ],
};
