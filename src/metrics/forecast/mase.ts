import { missing, type MetricOf } from "../metric.js";
import type { ErrorCounts } from "./error-counts.js";
import { ratioOfSums } from "./ratio-of-sums.js";

export const mase: MetricOf<ErrorCounts> = {
  id: "mase",
  summary: "Mean absolute error over that of 'the same as one season ago' in the history; below 1 beats it.",
  of: "cases",
  unit: "ratio",
  origin: "measured",
  better: "lower",
  compute: (counts, level) => {
    const { scale } = counts;
    if (scale === null) return missing("no-history");
    return ratioOfSums(counts, level, {
      id: "mae",
      x: (unit) => unit.absoluteError,
      y: (unit) => unit.n,
      otherwise: "no-cases",
      scale: (error) => error / scale,
    });
  },
};
