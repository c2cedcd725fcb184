import { flagRateAtBaseRate } from "../stats/flag-rate-at-base-rate.js";
import { atBaseRate } from "./at-base-rate.js";
import type { Metric } from "./metric.js";

export const flagRate: Metric = {
  id: "flag-rate",
  summary: "Share of all cases that are flagged where the model is used: the workload.",
  of: "cases",
  unit: "share",
  origin: "derived",
  better: null,
  scope: "all",
  atBaseRate: true,
  compute: (cell, context) => atBaseRate(cell, context, flagRateAtBaseRate, "no-cases"),
};
