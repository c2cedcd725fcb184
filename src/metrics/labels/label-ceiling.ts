import type { MetricOf } from "../metric.js";
import type { PairCounts } from "./label-counts.js";
import { noiseOf } from "./noise-of.js";

export const labelCeiling: MetricOf<PairCounts> = {
  id: "label-ceiling",
  summary: "Accuracy that a model without an error would show against such labels: 1 less their noise.",
  of: "cases",
  unit: "share",
  origin: "derived",
  better: null,
  compute: ({ matrix }, level) => {
    const noise = noiseOf(matrix, level);
    const { value, interval } = noise;
    return {
      ...noise,
      value: value === null ? null : 1 - value,
      interval: interval === null ? null : { ...interval, low: 1 - interval.high, high: 1 - interval.low },
    };
  },
};
