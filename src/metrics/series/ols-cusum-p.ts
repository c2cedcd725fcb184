import { missing, type MetricOf } from "../metric.js";
import type { SeriesCounts } from "./series-counts.js";

export const olsCusumP: MetricOf<SeriesCounts> = {
  id: "ols-cusum-p",
  summary:
    "Chance of summed residuals straying as far while the mean stays the same (Ploberger and Kraemer).",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: null,
  compute: ({ tests, values }) =>
    tests.cusum === null
      ? missing("nothing-varies-in-time", values.length)
      : { ...missing("test-value", values.length), value: tests.cusum },
};
