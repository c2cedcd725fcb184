import { errorRate } from "../attack-detection/error-rate.js";
import type { MetricOf } from "../metric.js";
import type { LayerSum } from "./layer-sums.js";

export const layerSlip: MetricOf<LayerSum> = {
  id: "layer-slip",
  summary: "Attacks that one layer let pass, whatever the others did.",
  of: "positives",
  unit: "share",
  origin: "measured",
  better: "lower",
  compute: ({ n, passed }, level) => errorRate(passed, n, level, "no-attacks"),
};
