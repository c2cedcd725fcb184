import { wilsonInterval } from "../../stats/wilson-interval.js";
import { missing, type MetricOf } from "../metric.js";
import type { SeriesCounts } from "./series-counts.js";

export const eventRate: MetricOf<SeriesCounts> = {
  id: "event-rate",
  summary: "Share of the cases of a stretch of periods that are events: events / cases.",
  of: "cases",
  unit: "share",
  origin: "measured",
  better: null,
  compute: ({ total }, level) => {
    if (total === null) return missing("no-counts");
    const { events, cases } = total;
    const bounds = wilsonInterval(events, cases, level);
    if (bounds === null) return missing("no-cases");
    return {
      ...missing("", cases),
      value: events / cases,
      numerator: events,
      denominator: cases,
      interval: { ...bounds, level, method: "Wilson", side: "two-sided" },
    };
  },
};
