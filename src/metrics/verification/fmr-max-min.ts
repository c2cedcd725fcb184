import type { MetricOf } from "../metric.js";
import { maxMinMeasure, type GroupRates } from "./group-rates.js";

export const fmrMaxMin: MetricOf<readonly GroupRates[]> = {
  id: "fmr-max-min",
  summary: "Largest false match rate of a group over the smallest, among pairs within each group.",
  of: "negatives",
  unit: "ratio",
  origin: "derived",
  better: "lower",
  compute: (groups, level) => maxMinMeasure(groups, "fmr", level),
};
