import type { MetricOf } from "../metric.js";
import { missing } from "../metric.js";
import { comparisonRate } from "./comparison-rate.js";
import type { ComparisonPart } from "./comparisons.js";

export const fmr: MetricOf<ComparisonPart> = {
  id: "fmr",
  summary: "False match rate: impostor comparisons with a score at or above the threshold, of all of them.",
  of: "negatives",
  unit: "share",
  origin: "measured",
  better: "lower",
  compute: ({ impostor, decided }, level) =>
    decided ? comparisonRate(impostor, "no-impostors", level) : missing("no-threshold", impostor.trials),
};
