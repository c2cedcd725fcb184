import type { Metric } from "./metric.js";
import { decisionRate } from "./rate.js";

export const falseAlarms: Metric = {
  id: "false-alarms",
  summary:
    "Share of the actual negatives that are flagged: FP / (FP + TN). Never called by its ambiguous usual name.",
  of: "negatives",
  unit: "share",
  origin: "measured",
  better: "lower",
  scope: "complements",
  atBaseRate: false,
  compute: (cell, context) =>
    decisionRate(cell, context, ({ fp, tn }) => ({ x: fp, n: fp + tn }), "no-negatives"),
};
