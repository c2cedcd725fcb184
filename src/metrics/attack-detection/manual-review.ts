import { errorRate } from "./error-rate.js";
import type { MetricOf } from "../metric.js";
import type { PresentationSums } from "./presentation-sums.js";

export const manualReview: MetricOf<PresentationSums> = {
  id: "manual-review",
  summary: "Bona fide presentations that went to a person, of all presented.",
  of: "negatives",
  unit: "share",
  origin: "measured",
  better: "lower",
  compute: ({ presented, review }, level) => errorRate(review, presented, level, "no-bona-fide"),
};
