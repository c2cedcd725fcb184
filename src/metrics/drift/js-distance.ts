import { jensenShannonDistance } from "../../stats/jensen-shannon-distance.js";
import { missing, type MetricOf } from "../metric.js";
import type { DriftCounts } from "./drift-counts.js";

export const jsDistance: MetricOf<DriftCounts> = {
  id: "js-distance",
  summary:
    "Jensen-Shannon distance from the reference, base 2, over its deciles or categories: 0 the same, 1 nothing in common.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "lower",
  compute: ({ bins, n, reason }) => {
    if (reason !== null) return missing(reason, n);
    return { ...missing("index-of-change", n), value: jensenShannonDistance(bins.reference, bins.current) };
  },
};
