import { missing, type MetricOf } from "../metric.js";
import type { SeriesCounts } from "./series-counts.js";

export const splitP: MetricOf<SeriesCounts> = {
  id: "split-p",
  summary:
    "Chance that the best split of the same values in random order is as good as the one seen (999 permutations).",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: null,
  compute: ({ tests, values }) =>
    tests.split === null
      ? missing("nothing-varies-in-time", values.length)
      : { ...missing("test-value", values.length), value: tests.split },
};
