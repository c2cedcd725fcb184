import { flagRate } from "../flag-rate.js";
import type { MetricOf } from "../metric.js";
import { contextOf } from "./banded.js";
import type { OneOutcome } from "./one-outcome.js";

export const outcomeRate: MetricOf<OneOutcome> = {
  id: "outcome-rate",
  summary: "Share of all cases that get an outcome of several, at the stated base rate.",
  of: "cases",
  unit: "share",
  origin: "derived",
  better: null,
  compute: ({ cell, baseRate }, level) => flagRate.compute(cell, contextOf(level, baseRate)),
};
