import { ppvInterval } from "../stats/ppv-interval.js";
import { atBaseRate } from "./at-base-rate.js";
import type { Metric } from "./metric.js";

export const precision: Metric = {
  id: "precision",
  summary:
    "Share of the flagged that are positive where the model is used: Bayes' rule at the deployment base rate.",
  of: "flagged",
  unit: "share",
  origin: "derived",
  better: "higher",
  scope: "all",
  atBaseRate: true,
  compute: (cell, context) => atBaseRate(cell, context, ppvInterval, "nothing-flagged"),
};
