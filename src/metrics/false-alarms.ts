import type { Metric } from "./metric.js";
import { decisionRate } from "./rate.js";

/** Share of the actual negatives that are flagged: FP / (FP + TN). Never called by its ambiguous usual name. */
export const falseAlarms: Metric = {
  id: "false-alarms",
  of: "negatives",
  unit: "share",
  origin: "measured",
  better: "lower",
  scope: "complements",
  atBaseRate: false,
  compute: (cell, context) =>
    decisionRate(cell, context, ({ fp, tn }) => ({ x: fp, n: fp + tn }), "no-negatives"),
};
