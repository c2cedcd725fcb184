import type { Metric } from "./metric.js";
import { decisionRate } from "./rate.js";

export const precisionTest: Metric = {
  id: "precision-test",
  summary: "Share of the flagged that are positive, at the base rate of the evidence: TP / (TP + FP).",
  of: "flagged",
  unit: "share",
  origin: "measured",
  better: "higher",
  scope: "complements",
  atBaseRate: false,
  compute: (cell, context) =>
    decisionRate(cell, context, ({ tp, fp }) => ({ x: tp, n: tp + fp }), "nothing-flagged"),
};
