import type { MetricOf } from "../metric.js";
import { maxMinMeasure, type GroupRates } from "./group-rates.js";

export const fnmrMaxMin: MetricOf<readonly GroupRates[]> = {
  id: "fnmr-max-min",
  summary: "Largest false non-match rate of a group over the smallest, among pairs within each group.",
  of: "positives",
  unit: "ratio",
  origin: "derived",
  better: "lower",
  compute: (groups, level) => maxMinMeasure(groups, "fnmr", level),
};
