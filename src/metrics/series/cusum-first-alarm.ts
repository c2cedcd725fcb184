import { missing, type MetricOf } from "../metric.js";
import type { SeriesCounts } from "./series-counts.js";

export const cusumFirstAlarm: MetricOf<SeriesCounts> = {
  id: "cusum-first-alarm",
  summary: "Periods after the baseline until a two-sided CUSUM chart (k 0.5, h 5) raises its first alarm.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: null,
  compute: ({ chart }) => {
    if (chart === null) return missing("no-baseline");
    if (chart.firstAlarm === null) return missing("no-alarm", chart.watched);
    return { ...missing("counted", chart.watched), value: chart.firstAlarm };
  },
};
