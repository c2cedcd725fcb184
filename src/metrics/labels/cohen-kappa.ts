import type { MetricOf } from "../metric.js";
import { kappaOf } from "./kappa-of.js";
import type { PairCounts } from "./label-counts.js";

export const cohenKappaOfLabels: MetricOf<PairCounts> = {
  id: "cohen-kappa",
  summary: "Agreement of two people beyond what their habits give by chance (Cohen's kappa).",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "higher",
  compute: ({ matrix }, level) => kappaOf(matrix, "none", level),
};
