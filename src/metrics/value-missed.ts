import { normalQuantile } from "../stats/normal-quantile.js";
import { missing, type Metric } from "./metric.js";

export const valueMissed: Metric = {
  id: "value-missed",
  summary:
    "Money of the positives that were not flagged, summed over the cases of the evidence. The range treats every case's missed money (zero where nothing was missed) as a draw: normal interval of a sum.",
  of: "cases",
  unit: "money",
  origin: "measured",
  better: "lower",
  scope: "slices",
  atBaseRate: false,
  compute: (cell, { level }) => {
    if (cell.value === null) return missing("no-value-column", cell.n);
    if (cell.confusion === null) return missing("no-threshold", cell.n);
    const { sum, squares, n } = cell.value.missed;
    if (cell.n === 0) return missing("no-cases");
    const variance = (cell.n / (cell.n - 1)) * (squares - sum ** 2 / cell.n);
    const half = normalQuantile((1 + level) / 2) * Math.sqrt(Math.max(0, variance));
    const interval =
      cell.subjects === null && cell.n > 1
        ? {
            low: Math.max(0, sum - half),
            high: sum + half,
            level,
            method: "normal, sum over cases",
            side: "two-sided" as const,
          }
        : null;
    return {
      ...missing("", n),
      value: sum,
      numerator: sum,
      denominator: cell.value.all.sum,
      reason: interval !== null ? null : cell.subjects === null ? "no-interval" : "no-interval-clustered",
      interval,
    };
  },
};
