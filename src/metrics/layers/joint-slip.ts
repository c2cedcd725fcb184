import { errorRate } from "../attack-detection/error-rate.js";
import type { MetricOf } from "../metric.js";
import type { LayerSums } from "./layer-sums.js";

export const jointSlip: MetricOf<LayerSums> = {
  id: "joint-slip",
  summary:
    "Attacks that every layer let pass, of those all layers decided on; over all, the highest attack type.",
  of: "positives",
  unit: "share",
  origin: "measured",
  better: "lower",
  compute: ({ n, passedAll }, level) => errorRate(passedAll, n, level, "no-attacks"),
};
