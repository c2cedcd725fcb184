import { missing, type MetricOf } from "../metric.js";
import type { SeriesCounts } from "./series-counts.js";

export const pettittP: MetricOf<SeriesCounts> = {
  id: "pettitt-p",
  summary: "Chance of a change of rank as large while nothing changes (Pettitt, approximate).",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: null,
  compute: ({ tests, values }) =>
    tests.pettitt === null
      ? missing("nothing-varies-in-time", values.length)
      : { ...missing("test-value", values.length), value: tests.pettitt },
};
