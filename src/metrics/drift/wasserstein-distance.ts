import { wassersteinDistance as distanceOf } from "../../stats/wasserstein-distance.js";
import { missing, type MetricOf } from "../metric.js";
import type { DriftCounts } from "./drift-counts.js";

export const wassersteinDistance: MetricOf<DriftCounts> = {
  id: "wasserstein-distance",
  summary:
    "How far a number has to move on average to turn the reference into the evidence, in its own unit.",
  of: "cases",
  unit: "quantity",
  origin: "measured",
  better: "lower",
  compute: ({ tallies, n, reason }) => {
    if (reason !== null) return missing(reason, n);
    if (tallies === null) return missing("no-numbers", n);
    return { ...missing("index-of-change", n), value: distanceOf(tallies) };
  },
};
