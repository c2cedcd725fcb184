import type { MetricDescription } from "../metric.js";
import { jointFalseStop } from "./joint-false-stop.js";
import { jointSlip } from "./joint-slip.js";
import { jointSlipIfIndependent } from "./joint-slip-if-independent.js";
import { layerFalseStop } from "./layer-false-stop.js";
import { layerSlip } from "./layer-slip.js";
import { phi } from "./phi.js";

/** Metrics of layered checks, in the order they are told. */
export const layerMetrics: readonly MetricDescription[] = [
  jointSlip,
  jointSlipIfIndependent,
  layerSlip,
  jointFalseStop,
  layerFalseStop,
  phi,
];
