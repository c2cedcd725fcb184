import { errorRate } from "./error-rate.js";
import type { MetricOf } from "../metric.js";
import type { PresentationSums } from "./presentation-sums.js";

export const apcer: MetricOf<PresentationSums> = {
  id: "apcer",
  summary:
    "Attack presentations of a species taken for bona fide, of those with a decision; over all, the highest species (ISO/IEC 30107-3).",
  of: "positives",
  unit: "share",
  origin: "measured",
  better: "lower",
  compute: ({ decided, flagged }, level) => errorRate(decided - flagged, decided, level, "no-attacks"),
};
