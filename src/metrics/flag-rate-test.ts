import type { Metric } from "./metric.js";
import { decisionRate } from "./rate.js";

export const flagRateTest: Metric = {
  id: "flag-rate-test",
  summary: "Share of all cases that are flagged, at the base rate of the evidence.",
  of: "cases",
  unit: "share",
  origin: "measured",
  better: null,
  scope: "slices",
  atBaseRate: false,
  compute: (cell, context) =>
    decisionRate(cell, context, ({ tp, fp, fn, tn }) => ({ x: tp + fp, n: tp + fp + fn + tn }), "no-cases"),
};
