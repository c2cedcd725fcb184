import { missing, type MetricOf } from "../metric.js";
import type { ErrorCounts } from "./error-counts.js";
import { ratioOfSums } from "./ratio-of-sums.js";

export const intervalScore: MetricOf<ErrorCounts> = {
  id: "interval-score",
  summary:
    "Width of the interval forecasts plus 2 / (1 - level) times what fell outside (Gneiting and Raftery).",
  of: "cases",
  unit: "quantity",
  origin: "measured",
  better: "lower",
  compute: (counts, level) => {
    const { nominal } = counts;
    if (nominal === null) return missing("no-interval-forecast");
    return ratioOfSums(counts, level, {
      id: "interval-score",
      x: (unit) => unit.width + (2 / (1 - nominal)) * unit.outside,
      y: (unit) => unit.intervals,
      otherwise: "no-interval-forecast",
    });
  },
};
