import type { MetricOf } from "../metric.js";
import type { ErrorCounts } from "./error-counts.js";
import { ratioOfSums } from "./ratio-of-sums.js";

export const mae: MetricOf<ErrorCounts> = {
  id: "mae",
  summary: "Mean absolute error: sum |forecast - actual| / n, in the unit of the number.",
  of: "cases",
  unit: "quantity",
  origin: "measured",
  better: "lower",
  compute: (counts, level) =>
    ratioOfSums(counts, level, {
      id: "mae",
      x: (unit) => unit.absoluteError,
      y: (unit) => unit.n,
      otherwise: "no-cases",
    }),
};
