import { ksTwoSample } from "../../stats/ks-two-sample.js";
import { missing, type MetricOf } from "../metric.js";
import type { DriftCounts } from "./drift-counts.js";

export const ksDistance: MetricOf<DriftCounts> = {
  id: "ks-distance",
  summary: "Largest gap between the cumulative curves of evidence and reference (Kolmogorov-Smirnov D).",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "lower",
  compute: ({ tallies, n, reason }) => {
    if (reason !== null) return missing(reason, n);
    if (tallies === null) return missing("no-numbers", n);
    return { ...missing("index-of-change", n), value: ksTwoSample(tallies)?.d ?? null };
  },
};
