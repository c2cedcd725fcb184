import type { Metric } from "./metric.js";
import { decisionRate } from "./rate.js";

export const recall: Metric = {
  id: "recall",
  summary:
    "Share of the actual positives that are flagged: TP / (TP + FN). Its other side is the share missed.",
  of: "positives",
  unit: "share",
  origin: "measured",
  better: "higher",
  scope: "complements",
  atBaseRate: false,
  compute: (cell, context) =>
    decisionRate(cell, context, ({ tp, fn }) => ({ x: tp, n: tp + fn }), "no-positives"),
};
