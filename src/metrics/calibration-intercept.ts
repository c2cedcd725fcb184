import type { Metric } from "./metric.js";
import { recalibration } from "./recalibration.js";

export const calibrationIntercept: Metric = {
  id: "calibration-intercept",
  summary:
    "Log-odds of the outcome where the score says one half, of the same fit as the slope: 0 where scores are right.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: null,
  scope: "slices",
  atBaseRate: false,
  compute: (cell, context) => recalibration(cell, context, (fit) => [fit.intercept, fit.seIntercept]),
};
