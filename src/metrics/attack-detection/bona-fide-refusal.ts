import { errorRate } from "./error-rate.js";
import type { MetricOf } from "../metric.js";
import type { PresentationSums } from "./presentation-sums.js";

export const bonaFideRefusal: MetricOf<PresentationSums> = {
  id: "bona-fide-refusal",
  summary: "Bona fide presentations that the whole system did not accept, of all presented.",
  of: "negatives",
  unit: "share",
  origin: "measured",
  better: "lower",
  compute: ({ presented, accepted }, level) =>
    errorRate(presented - accepted, presented, level, "no-bona-fide"),
};
