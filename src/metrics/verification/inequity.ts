import { inequityRate } from "../../stats/inequity-rate.js";
import type { MetricOf } from "../metric.js";
import { differential, ratesOf, type GroupRates } from "./group-rates.js";

export const inequity: MetricOf<readonly GroupRates[]> = {
  id: "inequity",
  summary: "Inequity: worst-to-best ratios of both errors, as a geometric mean.",
  of: "cases",
  unit: "ratio",
  origin: "derived",
  better: "lower",
  compute: (groups) =>
    differential(
      groups,
      ["fmr", "fnmr"],
      () => inequityRate(ratesOf(groups, "fmr"), ratesOf(groups, "fnmr")),
      "zero-in-a-group",
    ),
};
