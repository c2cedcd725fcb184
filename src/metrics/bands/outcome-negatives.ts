import { falseAlarms } from "../false-alarms.js";
import type { MetricOf } from "../metric.js";
import { contextOf } from "./banded.js";
import type { OneOutcome } from "./one-outcome.js";

export const outcomeNegatives: MetricOf<OneOutcome> = {
  id: "outcome-negatives",
  summary: "Share of the negatives that get an outcome of several.",
  of: "negatives",
  unit: "share",
  origin: "measured",
  better: null,
  compute: ({ cell, baseRate }, level) => falseAlarms.compute(cell, contextOf(level, baseRate)),
};
