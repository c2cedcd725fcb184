import type { PairedOutcomes } from "../../stats/check-paired-outcomes.js";
import { phiCoefficient } from "../../stats/phi-coefficient.js";
import { phiInterval } from "../../stats/phi-interval.js";
import { missing, type MetricOf } from "../metric.js";

export const phi: MetricOf<PairedOutcomes> = {
  id: "phi",
  summary:
    "Correlation between the failures of two layers on the same cases: 0 for layers that fail independently.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "lower",
  compute: (outcomes, level) => {
    const n = outcomes.both + outcomes.firstOnly + outcomes.secondOnly + outcomes.neither;
    const value = phiCoefficient(outcomes);
    const bounds = phiInterval(outcomes, level);
    if (value === null || bounds === null) return missing("layer-never-varies", n);
    const interval = {
      ...bounds,
      level,
      method: "exact conditional odds ratio, Cornfield",
      side: "two-sided",
    } as const;
    return { ...missing("", n), value, reason: null, interval };
  },
};
