import { normalCriticalValue } from "../../stats/normal-critical-value.js";
import { missing, type MetricOf } from "../metric.js";
import type { SeriesCounts } from "./series-counts.js";

export const cusumRunLength: MetricOf<SeriesCounts> = {
  id: "cusum-run-length",
  summary:
    "Periods until the chart alarms on average, simulated: without a change a false alarm, with a shift of one standard deviation a true one.",
  of: "cases",
  unit: "index",
  origin: "derived",
  better: null,
  compute: ({ runLength, chart }, level) => {
    if (runLength === null || chart === null) return missing("no-baseline");
    const half = normalCriticalValue(level) * runLength.standardError;
    const { mean } = runLength;
    const method = `simulation, ${chart.replicates} runs, seed ${chart.seed}`;
    return {
      ...missing("", chart.replicates),
      value: mean,
      interval: { low: mean - half, high: mean + half, level, method, side: "two-sided" },
    };
  },
};
