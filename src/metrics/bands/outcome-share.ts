import { flagRateTest } from "../flag-rate-test.js";
import type { MetricOf } from "../metric.js";
import { contextOf } from "./banded.js";
import type { OneOutcome } from "./one-outcome.js";

export const outcomeShare: MetricOf<OneOutcome> = {
  id: "outcome-share",
  summary: "Share of all cases in the test that get an outcome of several.",
  of: "cases",
  unit: "share",
  origin: "measured",
  better: null,
  compute: ({ cell, baseRate }, level) => flagRateTest.compute(cell, contextOf(level, baseRate)),
};
