import { errorRate } from "./error-rate.js";
import type { MetricOf } from "../metric.js";
import type { PresentationSums } from "./presentation-sums.js";

export const straightThrough: MetricOf<PresentationSums> = {
  id: "straight-through",
  summary: "Bona fide presentations passed without a person looking, of all presented.",
  of: "negatives",
  unit: "share",
  origin: "measured",
  better: "higher",
  compute: ({ presented, straightThrough }, level) =>
    errorRate(straightThrough, presented, level, "no-bona-fide"),
};
