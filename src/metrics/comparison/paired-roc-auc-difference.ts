import { delongPaired, type PairedScore } from "../../stats/delong-paired.js";
import { missing, type MetricOf } from "../metric.js";

/** Scores of two models on the same cases, higher nearer the flagged side. */
export interface ScoredPair {
  readonly rows: readonly PairedScore[];
  /** True where several rows belong to one subject: DeLong's test takes each for itself. */
  readonly bySubject: boolean;
}

export const pairedRocAucDifference: MetricOf<ScoredPair> = {
  id: "paired-roc-auc-difference",
  summary: "Area under the ROC curve of the first model, less that of the second, on the same cases.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: null,
  compute: ({ rows, bySubject }, level) => {
    const found = delongPaired(rows, level);
    if (found === null) return missing("one-class", rows.length);
    const interval =
      bySubject || found.interval === null
        ? null
        : { ...found.interval, level, method: "DeLong, paired", side: "two-sided" as const };
    const reason = bySubject ? "repeated-subjects" : "same-ranking";
    return {
      ...missing("", rows.length),
      value: found.difference,
      reason: interval === null ? reason : null,
      interval,
    };
  },
};
