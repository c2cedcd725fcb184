import type { MetricOf } from "../metric.js";
import type { ErrorCounts } from "./error-counts.js";
import { ratioOfSums } from "./ratio-of-sums.js";

export const meanError: MetricOf<ErrorCounts> = {
  id: "mean-error",
  summary: "Mean of forecast - actual in the unit of the number: above 0 is too high on average.",
  of: "cases",
  unit: "quantity",
  origin: "measured",
  better: null,
  compute: (counts, level) =>
    ratioOfSums(counts, level, {
      id: "mean-error",
      x: (unit) => unit.error,
      y: (unit) => unit.n,
      otherwise: "no-cases",
    }),
};
