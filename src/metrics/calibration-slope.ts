import type { Metric } from "./metric.js";
import { recalibration } from "./recalibration.js";

export const calibrationSlope: Metric = {
  id: "calibration-slope",
  summary:
    "How far the outcome follows the log-odds of the score: 1 where scores are right, below 1 where they are too extreme, above 1 where too timid.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: null,
  scope: "slices",
  atBaseRate: false,
  compute: (cell, context) => recalibration(cell, context, (fit) => [fit.slope, fit.seSlope]),
};
