import type { MetricOf } from "../metric.js";
import { recall } from "../recall.js";
import { contextOf } from "./banded.js";
import type { OneOutcome } from "./one-outcome.js";

export const outcomePositives: MetricOf<OneOutcome> = {
  id: "outcome-positives",
  summary: "Share of the positives that get an outcome of several.",
  of: "positives",
  unit: "share",
  origin: "measured",
  better: null,
  compute: ({ cell, baseRate }, level) => recall.compute(cell, contextOf(level, baseRate)),
};
