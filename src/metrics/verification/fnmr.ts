import type { MetricOf } from "../metric.js";
import { missing } from "../metric.js";
import { comparisonRate } from "./comparison-rate.js";
import type { ComparisonPart } from "./comparisons.js";

export const fnmr: MetricOf<ComparisonPart> = {
  id: "fnmr",
  summary: "False non-match rate: genuine comparisons with a score below the threshold, of all of them.",
  of: "positives",
  unit: "share",
  origin: "measured",
  better: "lower",
  compute: ({ genuine, decided }, level) =>
    decided ? comparisonRate(genuine, "no-genuine", level) : missing("no-threshold", genuine.trials),
};
