import { errorRate } from "./error-rate.js";
import type { MetricOf } from "../metric.js";
import type { PresentationSums } from "./presentation-sums.js";

export const fraudSlip: MetricOf<PresentationSums> = {
  id: "fraud-slip",
  summary:
    "Fraudulent documents of a type that the whole flow accepted, of all presented; over all, the highest type.",
  of: "positives",
  unit: "share",
  origin: "measured",
  better: "lower",
  compute: ({ presented, accepted }, level) => errorRate(accepted, presented, level, "no-attacks"),
};
