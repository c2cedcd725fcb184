import { errorRate } from "./error-rate.js";
import type { MetricOf } from "../metric.js";
import type { PresentationSums } from "./presentation-sums.js";

export const bpcer: MetricOf<PresentationSums> = {
  id: "bpcer",
  summary: "Bona fide presentations taken for attacks, of those with a decision (ISO/IEC 30107-3).",
  of: "negatives",
  unit: "share",
  origin: "measured",
  better: "lower",
  compute: ({ decided, flagged }, level) => errorRate(flagged, decided, level, "no-bona-fide"),
};
