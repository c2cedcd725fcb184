import { psiNull } from "../../stats/psi-null.js";
import { missing, type MetricOf } from "../metric.js";
import type { DriftCounts } from "./drift-counts.js";

export const psiExpected: MetricOf<DriftCounts> = {
  id: "psi-expected",
  summary: "Mean of the population stability index without any change, for as many rows.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "lower",
  compute: ({ bins, n, reason }) => {
    if (reason !== null) return missing(reason, n);
    return {
      ...missing("index-of-change", n),
      value: psiNull(bins.reference, bins.current)?.expected ?? null,
    };
  },
};
