import type { MetricOf } from "../metric.js";
import type { ErrorCounts } from "./error-counts.js";
import { ratioOfSums } from "./ratio-of-sums.js";

export const rmse: MetricOf<ErrorCounts> = {
  id: "rmse",
  summary: "Root mean squared error: sqrt(sum (forecast - actual)^2 / n); few large errors weigh more.",
  of: "cases",
  unit: "quantity",
  origin: "measured",
  better: "lower",
  compute: (counts, level) =>
    ratioOfSums(counts, level, {
      id: "rmse",
      x: (unit) => unit.squaredError,
      y: (unit) => unit.n,
      otherwise: "no-cases",
      scale: (mean) => Math.sqrt(Math.max(0, mean)),
    }),
};
