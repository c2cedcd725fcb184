import type { Metric } from "./metric.js";
import { decisionRate } from "./rate.js";

export const npvTest: Metric = {
  id: "npv-test",
  summary: "Share of the unflagged that are negative, at the base rate of the evidence: TN / (TN + FN).",
  of: "unflagged",
  unit: "share",
  origin: "measured",
  better: "higher",
  scope: "complements",
  atBaseRate: false,
  compute: (cell, context) =>
    decisionRate(cell, context, ({ tn, fn }) => ({ x: tn, n: tn + fn }), "everything-flagged"),
};
