import type { Metric } from "./metric.js";
import { decisionRate } from "./rate.js";

/** Share of the actual negatives that are left alone: TN / (FP + TN). */
export const specificity: Metric = {
  id: "specificity",
  of: "negatives",
  unit: "share",
  origin: "measured",
  better: "higher",
  scope: "all",
  atBaseRate: false,
  compute: (cell, context) =>
    decisionRate(cell, context, ({ fp, tn }) => ({ x: tn, n: fp + tn }), "no-negatives"),
};
