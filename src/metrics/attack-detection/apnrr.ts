import { errorRate } from "./error-rate.js";
import type { MetricOf } from "../metric.js";
import type { PresentationSums } from "./presentation-sums.js";

export const apnrr: MetricOf<PresentationSums> = {
  id: "apnrr",
  summary:
    "Attack presentations of a species without any answer, of all presented; over all, the highest species (ISO/IEC 30107-3).",
  of: "positives",
  unit: "share",
  origin: "measured",
  better: null,
  compute: ({ presented, silent }, level) => errorRate(silent, presented, level, "no-attacks"),
};
