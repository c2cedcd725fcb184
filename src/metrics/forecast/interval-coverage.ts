import { compensatedSum } from "../../stats/compensated-sum.js";
import { intervalCoverage as coverageOf } from "../../stats/interval-coverage.js";
import { missing, type MetricOf } from "../metric.js";
import type { ErrorCounts } from "./error-counts.js";
import { ratioOfSums } from "./ratio-of-sums.js";

export const intervalCoverage: MetricOf<ErrorCounts> = {
  id: "interval-coverage",
  summary: "Share of the interval forecasts that held the actual; the baseline is what they claim.",
  of: "cases",
  unit: "share",
  origin: "measured",
  better: null,
  compute: (counts, level) => {
    const { units, nominal, unit } = counts;
    if (nominal === null) return missing("no-interval-forecast");
    const n = compensatedSum(units, (one) => one.intervals);
    const covered = compensatedSum(units, (one) => one.covered);
    const result = coverageOf(covered, n, nominal, level);
    if (result === null) return missing("no-interval-forecast");
    const exact = {
      ...result.interval,
      level,
      method: "exact (Clopper-Pearson)",
      side: "two-sided" as const,
    };
    const blocks =
      unit === "rows"
        ? null
        : ratioOfSums(counts, level, {
            id: "interval-coverage",
            x: (one) => one.covered,
            y: (one) => one.intervals,
            otherwise: "no-interval-forecast",
          }).interval;
    // Neighbours that miss together make the exact interval too sure of itself: the wider one counts.
    const wider = blocks !== null && blocks.high - blocks.low > exact.high - exact.low ? blocks : exact;
    return {
      ...missing("", n),
      value: result.share,
      numerator: covered,
      denominator: n,
      interval: { ...wider, low: Math.max(0, wider.low), high: Math.min(1, wider.high) },
      baseline: nominal,
    };
  },
};
