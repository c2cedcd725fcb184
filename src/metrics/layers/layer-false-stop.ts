import { errorRate } from "../attack-detection/error-rate.js";
import type { MetricOf } from "../metric.js";
import type { LayerSum } from "./layer-sums.js";

export const layerFalseStop: MetricOf<LayerSum> = {
  id: "layer-false-stop",
  summary: "Bona fide cases that one layer stopped, whatever the others did.",
  of: "negatives",
  unit: "share",
  origin: "measured",
  better: "lower",
  compute: ({ n, passed }, level) => errorRate(n - passed, n, level, "no-bona-fide"),
};
