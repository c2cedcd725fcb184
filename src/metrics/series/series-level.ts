import { compensatedSum } from "../../stats/compensated-sum.js";
import { ratioInterval } from "../../stats/ratio-interval.js";
import { missing, type MetricOf } from "../metric.js";
import type { SeriesCounts } from "./series-counts.js";

export const seriesLevel: MetricOf<SeriesCounts> = {
  id: "series-level",
  summary: "Mean of the number over a stretch of periods; the range is wider where neighbours move together.",
  of: "cases",
  unit: "quantity",
  origin: "measured",
  better: null,
  compute: ({ values, inflation }, level) => {
    const n = values.length;
    if (n === 0) return missing("no-periods");
    const sum = compensatedSum(values);
    const value = sum / n;
    // Around the mean, so that a high level with little variation keeps its digits.
    const squares = compensatedSum(values, (one) => (one - value) ** 2);
    const bounds = ratioInterval({ units: n, x: 0, y: n, xx: squares * inflation, xy: 0, yy: n }, level);
    if (bounds === null) return { ...missing(n < 2 ? "too-few-units" : "nothing-varies-in-time", n), value };
    const method = `Student t, variance x ${inflation.toFixed(2)} for neighbours that move together`;
    return {
      ...missing("", n),
      value,
      interval: { low: value + bounds.low, high: value + bounds.high, level, method, side: "two-sided" },
    };
  },
};
