import { errorRate } from "./error-rate.js";
import type { MetricOf } from "../metric.js";
import type { PresentationSums } from "./presentation-sums.js";

export const dfar: MetricOf<PresentationSums> = {
  id: "dfar",
  summary:
    "Fraudulent documents of a type taken for genuine, of those with a decision; over all, the highest type (document false accept rate).",
  of: "positives",
  unit: "share",
  origin: "measured",
  better: "lower",
  compute: ({ decided, flagged }, level) => errorRate(decided - flagged, decided, level, "no-attacks"),
};
