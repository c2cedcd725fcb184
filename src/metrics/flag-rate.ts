import { flagRateAtBaseRate } from "../stats/flag-rate-at-base-rate.js";
import { atBaseRate } from "./at-base-rate.js";
import type { Metric } from "./metric.js";

/** Share of all cases that are flagged where the model is used: the workload. */
export const flagRate: Metric = {
  id: "flag-rate",
  of: "cases",
  unit: "share",
  origin: "derived",
  better: null,
  scope: "all",
  atBaseRate: true,
  compute: (cell, context) => atBaseRate(cell, context, flagRateAtBaseRate, "no-cases"),
};
