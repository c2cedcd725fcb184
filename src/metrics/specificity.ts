import type { Metric } from "./metric.js";
import { decisionRate } from "./rate.js";

export const specificity: Metric = {
  id: "specificity",
  summary: "Share of the actual negatives that are left alone: TN / (FP + TN).",
  of: "negatives",
  unit: "share",
  origin: "measured",
  better: "higher",
  scope: "all",
  atBaseRate: false,
  compute: (cell, context) =>
    decisionRate(cell, context, ({ fp, tn }) => ({ x: tn, n: fp + tn }), "no-negatives"),
};
