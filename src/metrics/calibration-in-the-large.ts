import type { Metric } from "./metric.js";
import { recalibration } from "./recalibration.js";

export const calibrationInTheLarge: Metric = {
  id: "calibration-in-the-large",
  summary:
    "Log-odds by which all scores together are too low (above 0) or too high (below 0), the slope held at 1.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: null,
  scope: "slices",
  atBaseRate: false,
  compute: (cell, context) => recalibration(cell, context, (fit) => [fit.inTheLarge, fit.seInTheLarge]),
};
