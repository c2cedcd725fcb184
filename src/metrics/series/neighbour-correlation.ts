import { missing, type MetricOf } from "../metric.js";
import type { SeriesCounts } from "./series-counts.js";

export const neighbourCorrelation: MetricOf<SeriesCounts> = {
  id: "neighbour-correlation",
  summary: "Correlation of neighbouring periods around their levels: near 0 where periods are independent.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: null,
  compute: ({ tests, values }) =>
    tests.correlation === null
      ? missing("nothing-varies-in-time", values.length)
      : { ...missing("test-value", values.length), value: tests.correlation },
};
