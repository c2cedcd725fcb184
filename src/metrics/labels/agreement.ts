import { checkConfusionMatrix } from "../../stats/check-confusion-matrix.js";
import { wilsonInterval } from "../../stats/wilson-interval.js";
import { missing, type MetricOf } from "../metric.js";
import type { PairCounts } from "./label-counts.js";

export const agreement: MetricOf<PairCounts> = {
  id: "agreement",
  summary: "Share of the cases that two people label alike.",
  of: "cases",
  unit: "share",
  origin: "measured",
  better: "higher",
  compute: ({ matrix }, level) => {
    const { agreed, n } = checkConfusionMatrix(matrix);
    const bounds = wilsonInterval(agreed, n, level);
    if (bounds === null) return missing("no-common-cases");
    return {
      ...missing("", n),
      value: agreed / n,
      reason: null,
      numerator: agreed,
      denominator: n,
      interval: { ...bounds, level, method: "Wilson", side: "two-sided" },
    };
  },
};
