import { errorRate } from "../attack-detection/error-rate.js";
import type { MetricOf } from "../metric.js";
import type { LayerSums } from "./layer-sums.js";

export const jointFalseStop: MetricOf<LayerSums> = {
  id: "joint-false-stop",
  summary: "Bona fide cases that at least one layer stopped, of those all layers decided on.",
  of: "negatives",
  unit: "share",
  origin: "measured",
  better: "lower",
  compute: ({ n, passedAll }, level) => errorRate(n - passedAll, n, level, "no-bona-fide"),
};
