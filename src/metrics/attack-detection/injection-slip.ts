import { errorRate } from "./error-rate.js";
import type { MetricOf } from "../metric.js";
import type { PresentationSums } from "./presentation-sums.js";

export const injectionSlip: MetricOf<PresentationSums> = {
  id: "injection-slip",
  summary:
    "Attacks of a species fed past the camera and taken for bona fide, of those with a decision; over all, the highest species.",
  of: "positives",
  unit: "share",
  origin: "measured",
  better: "lower",
  compute: ({ decided, flagged }, level) => errorRate(decided - flagged, decided, level, "no-attacks"),
};
