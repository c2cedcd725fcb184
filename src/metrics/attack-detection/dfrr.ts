import { errorRate } from "./error-rate.js";
import type { MetricOf } from "../metric.js";
import type { PresentationSums } from "./presentation-sums.js";

export const dfrr: MetricOf<PresentationSums> = {
  id: "dfrr",
  summary: "Genuine documents taken for fraudulent, of those with a decision (document false reject rate).",
  of: "negatives",
  unit: "share",
  origin: "measured",
  better: "lower",
  compute: ({ decided, flagged }, level) => errorRate(flagged, decided, level, "no-bona-fide"),
};
