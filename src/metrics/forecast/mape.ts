import type { MetricOf } from "../metric.js";
import type { ErrorCounts } from "./error-counts.js";
import { ratioOfSums } from "./ratio-of-sums.js";

export const mape: MetricOf<ErrorCounts> = {
  id: "mape",
  summary:
    "Mean of |forecast - actual| / |actual| over the cases whose actual is not 0; those left out are counted.",
  of: "cases",
  unit: "ratio",
  origin: "measured",
  better: "lower",
  compute: (counts, level) =>
    ratioOfSums(counts, level, {
      id: "mape",
      x: (unit) => unit.absolutePercentage,
      y: (unit) => unit.n - unit.zeroActuals,
      otherwise: "no-actuals",
    }),
};
