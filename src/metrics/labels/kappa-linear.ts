import type { MetricOf } from "../metric.js";
import { kappaOf } from "./kappa-of.js";
import type { PairCounts } from "./label-counts.js";

export const kappaLinear: MetricOf<PairCounts> = {
  id: "kappa-linear",
  summary: "Agreement of two people beyond chance, near misses counting by their distance (linear weights).",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "higher",
  compute: ({ matrix }, level) => kappaOf(matrix, "linear", level),
};
