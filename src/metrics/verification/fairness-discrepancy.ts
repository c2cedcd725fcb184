import { fairnessDiscrepancyRate } from "../../stats/fairness-discrepancy-rate.js";
import type { MetricOf } from "../metric.js";
import { differential, ratesOf, type GroupRates } from "./group-rates.js";

export const fairnessDiscrepancy: MetricOf<readonly GroupRates[]> = {
  id: "fairness-discrepancy",
  summary: "Fairness discrepancy rate: 1 less the mean of the largest gaps; near 1 whenever errors are rare.",
  of: "cases",
  unit: "index",
  origin: "derived",
  better: "higher",
  compute: (groups) =>
    differential(
      groups,
      ["fmr", "fnmr"],
      () => fairnessDiscrepancyRate(ratesOf(groups, "fmr"), ratesOf(groups, "fnmr")),
      "one-group",
    ),
};
