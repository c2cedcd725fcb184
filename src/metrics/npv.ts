import { npvInterval } from "../stats/npv-interval.js";
import { atBaseRate } from "./at-base-rate.js";
import type { Metric } from "./metric.js";

export const npv: Metric = {
  id: "npv",
  summary:
    "Share of the unflagged that are negative where the model is used: Bayes' rule at the deployment base rate.",
  of: "unflagged",
  unit: "share",
  origin: "derived",
  better: "higher",
  scope: "all",
  atBaseRate: true,
  compute: (cell, context) => atBaseRate(cell, context, npvInterval, "everything-flagged"),
};
