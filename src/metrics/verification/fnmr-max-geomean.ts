import { maxGeometricMeanRatio } from "../../stats/max-geometric-mean-ratio.js";
import type { MetricOf } from "../metric.js";
import { differential, ratesOf, type GroupRates } from "./group-rates.js";

export const fnmrMaxGeomean: MetricOf<readonly GroupRates[]> = {
  id: "fnmr-max-geomean",
  summary: "Largest false non-match rate of a group over the geometric mean of all groups.",
  of: "positives",
  unit: "ratio",
  origin: "derived",
  better: "lower",
  compute: (groups) =>
    differential(groups, ["fnmr"], () => maxGeometricMeanRatio(ratesOf(groups, "fnmr")), "zero-in-a-group"),
};
