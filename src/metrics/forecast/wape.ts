import type { MetricOf } from "../metric.js";
import type { ErrorCounts } from "./error-counts.js";
import { ratioOfSums } from "./ratio-of-sums.js";

export const wape: MetricOf<ErrorCounts> = {
  id: "wape",
  summary: "Sum of absolute errors over the sum of actuals: sum |forecast - actual| / sum |actual|.",
  of: "cases",
  unit: "ratio",
  origin: "measured",
  better: "lower",
  compute: (counts, level) =>
    ratioOfSums(counts, level, {
      id: "wape",
      x: (unit) => unit.absoluteError,
      y: (unit) => unit.absoluteActual,
      otherwise: "no-actuals",
    }),
};
