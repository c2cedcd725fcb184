import { flagRate } from "../flag-rate.js";
import { missing, type MetricOf } from "../metric.js";
import { cellOfRole, contextOf, type Banded } from "./banded.js";

export const reviewWorkload: MetricOf<Banded> = {
  id: "review-workload",
  summary: "Cases that people read in one period, at the stated volume and base rate.",
  of: "cases",
  unit: "count",
  origin: "derived",
  better: "lower",
  compute: (banded, level) => {
    const { volume, baseRate } = banded;
    const cell = cellOfRole(banded, "review");
    if (volume === null) return missing("no-volume", cell.n);
    const share = flagRate.compute(cell, contextOf(level, baseRate));
    if (share.value === null) return missing(share.reason ?? "no-value", cell.n);
    const { interval } = share;
    return {
      ...share,
      value: share.value * volume,
      interval:
        interval === null
          ? null
          : {
              ...interval,
              low: interval.low * volume,
              high: interval.high * volume,
              method: `${interval.method}, times the volume`,
            },
    };
  },
};
