import { estimatesOf } from "../estimates-of.js";
import { fact, type Finder } from "../finder.js";

/** Widest range over all cases that still supports a decision: 20 cases of 100. */
const widest = 0.2;

export const wideInterval: Finder = {
  id: "wide-interval",
  summary: "A headline rate over all cases whose range is too wide to decide on.",
  find: (evidence) =>
    evidence.evaluations.flatMap(({ id }) => {
      const get = estimatesOf(evidence, id);
      return ["recall", "precision", "false-alarms"].flatMap((metric) => {
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
};
