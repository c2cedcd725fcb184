import { clusteredAuc } from "../stats/clustered-auc.js";
import { delongInterval } from "../stats/delong-interval.js";
import { missing, type Metric } from "./metric.js";
import { rankOrder } from "./rank-order.js";

export const rocAuc: Metric = {
  id: "roc-auc",
  summary:
    "Chance that a positive scores nearer the flagged side than a negative, ties counting half: area under the ROC curve.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "higher",
  scope: "slices",
  atBaseRate: false,
  compute: (cell, { level, flag }) => {
    if (cell.scores === null) return missing("no-scores", cell.n);
    if (cell.positives === 0 || cell.negatives === 0) return missing("one-class", cell.n);
    if (cell.subjects !== null) {
      const tables = cell.subjects.flatMap(({ scores }) =>
        scores === null ? [] : [rankOrder(scores, flag)],
      );
      const clustered = clusteredAuc(tables, level);
      if (clustered === null) return missing("one-class", cell.n);
      const interval =
        clustered.interval === null
          ? null
          : {
              ...clustered.interval,
              level,
              method: "Obuchowski, clustered by subject",
              side: "two-sided" as const,
            };
      return {
        ...missing("", cell.n),
        value: clustered.auc,
        reason: interval === null ? "no-interval" : null,
        interval,
      };
    }
    const plain = delongInterval(rankOrder(cell.scores, flag), level);
    if (plain === null) return missing("one-class", cell.n);
    const interval =
      plain.interval === null
        ? null
        : { ...plain.interval, level, method: "DeLong", side: "two-sided" as const };
    return {
      ...missing("", cell.n),
      value: plain.auc,
      reason: interval === null ? "perfect-separation" : null,
      interval,
    };
  },
};
