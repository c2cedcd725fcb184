import type { MetricOf } from "../metric.js";
import type { ErrorCounts } from "./error-counts.js";
import { ratioOfSums } from "./ratio-of-sums.js";

export const forecastBias: MetricOf<ErrorCounts> = {
  id: "forecast-bias",
  summary: "Sum of forecast - actual over the sum of actuals: above 0 is too high in sum.",
  of: "cases",
  unit: "ratio",
  origin: "measured",
  better: null,
  compute: (counts, level) =>
    ratioOfSums(counts, level, {
      id: "forecast-bias",
      x: (unit) => unit.error,
      y: (unit) => unit.actual,
      otherwise: "no-actuals",
    }),
};
