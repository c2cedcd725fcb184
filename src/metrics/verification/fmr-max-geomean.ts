import { maxGeometricMeanRatio } from "../../stats/max-geometric-mean-ratio.js";
import type { MetricOf } from "../metric.js";
import { differential, ratesOf, type GroupRates } from "./group-rates.js";

export const fmrMaxGeomean: MetricOf<readonly GroupRates[]> = {
  id: "fmr-max-geomean",
  summary: "Largest false match rate of a group over the geometric mean of all groups.",
  of: "negatives",
  unit: "ratio",
  origin: "derived",
  better: "lower",
  compute: (groups) =>
    differential(groups, ["fmr"], () => maxGeometricMeanRatio(ratesOf(groups, "fmr")), "zero-in-a-group"),
};
