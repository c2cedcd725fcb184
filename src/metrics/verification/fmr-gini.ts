import { giniCoefficient } from "../../stats/gini-coefficient.js";
import type { MetricOf } from "../metric.js";
import { differential, ratesOf, type GroupRates } from "./group-rates.js";

export const fmrGini: MetricOf<readonly GroupRates[]> = {
  id: "fmr-gini",
  summary:
    "Gini coefficient of the groups' false match rates: 0 when equal, 1 when one group bears all errors.",
  of: "negatives",
  unit: "index",
  origin: "derived",
  better: "lower",
  compute: (groups) =>
    differential(groups, ["fmr"], () => giniCoefficient(ratesOf(groups, "fmr")), "no-errors"),
};
