import { giniCoefficient } from "../../stats/gini-coefficient.js";
import type { MetricOf } from "../metric.js";
import { differential, ratesOf, type GroupRates } from "./group-rates.js";

export const fnmrGini: MetricOf<readonly GroupRates[]> = {
  id: "fnmr-gini",
  summary:
    "Gini coefficient of the groups' false non-match rates: 0 when equal, 1 when one group bears all errors.",
  of: "positives",
  unit: "index",
  origin: "derived",
  better: "lower",
  compute: (groups) =>
    differential(groups, ["fnmr"], () => giniCoefficient(ratesOf(groups, "fnmr")), "no-errors"),
};
