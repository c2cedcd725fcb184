import { psiNull } from "../../stats/psi-null.js";
import { psi as indexOf } from "../../stats/psi.js";
import { missing, type MetricOf } from "../metric.js";
import type { DriftCounts } from "./drift-counts.js";

export const psi: MetricOf<DriftCounts> = {
  id: "psi",
  summary:
    "Population stability index against the reference, over its deciles or categories; the baseline is the 99th percentile without any change.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "lower",
  compute: ({ bins, n, reason }) => {
    if (reason !== null) return missing(reason, n);
    const value = indexOf(bins.reference, bins.current);
    const none = psiNull(bins.reference, bins.current);
    return { ...missing("index-of-change", n), value, baseline: none?.p99 ?? null };
  },
};
