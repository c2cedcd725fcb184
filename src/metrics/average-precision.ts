import { averagePrecision as compute } from "../stats/average-precision.js";
import { averagePrecisionInterval } from "../stats/average-precision-interval.js";
import { missing, type Metric } from "./metric.js";
import { rankOrder } from "./rank-order.js";

export const averagePrecision: Metric = {
  id: "average-precision",
  summary:
    "Precision averaged over recall, stepwise, at the base rate of the evidence. Its baseline is that base rate.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "higher",
  scope: "all",
  atBaseRate: false,
  compute: (cell, { level, flag }) => {
    if (cell.scores === null) return missing("no-scores", cell.n);
    const value = compute(rankOrder(cell.scores, flag));
    if (value === null || cell.negatives === 0) return missing("one-class", cell.n);
    const bounds = cell.subjects === null ? averagePrecisionInterval(value, cell.positives, level) : null;
    return {
      ...missing("", cell.n),
      value,
      reason:
        bounds === null ? (cell.subjects === null ? "perfect-separation" : "no-interval-clustered") : null,
      interval: bounds === null ? null : { ...bounds, level, method: "logit (Boyd 2013)", side: "two-sided" },
      baseline: cell.positives / cell.n,
    };
  },
};
