import { missing, type MetricOf } from "../metric.js";
import type { ErrorCounts } from "./error-counts.js";
import { ratioOfSums } from "./ratio-of-sums.js";

export const pinballLoss: MetricOf<ErrorCounts> = {
  id: "pinball-loss",
  summary: "Mean pinball loss of one quantile forecast (Koenker and Bassett), least for the true quantile.",
  of: "cases",
  unit: "quantity",
  origin: "measured",
  better: "lower",
  compute: (counts, level) => {
    const { quantile } = counts;
    if (quantile === null) return missing("no-quantiles");
    return ratioOfSums(counts, level, {
      id: `pinball-loss[${quantile}]`,
      x: (unit) => unit.quantiles[quantile]?.loss ?? 0,
      y: (unit) => unit.quantiles[quantile]?.n ?? 0,
      otherwise: "no-quantiles",
    });
  },
};
