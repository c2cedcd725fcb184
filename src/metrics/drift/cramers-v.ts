import { chiSquaredIndependence } from "../../stats/chi-squared-independence.js";
import { missing, type MetricOf } from "../metric.js";
import type { DriftCounts } from "./drift-counts.js";

export const cramersV: MetricOf<DriftCounts> = {
  id: "cramers-v",
  summary: "How strongly categories differ from the reference (Cramer V): 0 not at all, 1 completely.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "lower",
  compute: ({ tallies, bins, n, reason }) => {
    if (reason !== null) return missing(reason, n);
    if (tallies !== null) return missing("no-categories", n);
    const test = chiSquaredIndependence([bins.reference, bins.current]);
    if (test === null) return missing("nothing-varies-in-time", n);
    return { ...missing("index-of-change", n), value: test.cramersV };
  },
};
