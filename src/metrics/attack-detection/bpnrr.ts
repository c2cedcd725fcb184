import { errorRate } from "./error-rate.js";
import type { MetricOf } from "../metric.js";
import type { PresentationSums } from "./presentation-sums.js";

export const bpnrr: MetricOf<PresentationSums> = {
  id: "bpnrr",
  summary: "Bona fide presentations without any answer, of all presented (ISO/IEC 30107-3).",
  of: "negatives",
  unit: "share",
  origin: "measured",
  better: "lower",
  compute: ({ presented, silent }, level) => errorRate(silent, presented, level, "no-bona-fide"),
};
