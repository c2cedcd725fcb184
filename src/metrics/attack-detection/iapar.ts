import { errorRate } from "./error-rate.js";
import type { MetricOf } from "../metric.js";
import type { PresentationSums } from "./presentation-sums.js";

export const iapar: MetricOf<PresentationSums> = {
  id: "iapar",
  summary:
    "Attack presentations of a species that the whole system accepted, of all presented; over all, the highest species (ISO/IEC 30107-3).",
  of: "positives",
  unit: "share",
  origin: "measured",
  better: "lower",
  compute: ({ presented, accepted }, level) => errorRate(accepted, presented, level, "no-attacks"),
};
