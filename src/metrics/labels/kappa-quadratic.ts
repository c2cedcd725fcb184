import type { MetricOf } from "../metric.js";
import { kappaOf } from "./kappa-of.js";
import type { PairCounts } from "./label-counts.js";

export const kappaQuadratic: MetricOf<PairCounts> = {
  id: "kappa-quadratic",
  summary: "Agreement of two people beyond chance, near misses counting by their squared distance.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "higher",
  compute: ({ matrix }, level) => kappaOf(matrix, "quadratic", level),
};
