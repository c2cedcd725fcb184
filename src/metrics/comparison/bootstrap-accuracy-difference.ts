import type { MetricOf } from "../metric.js";
import { bootstrapped } from "./bootstrapped.js";
import type { Pair } from "./pair.js";

export const bootstrapAccuracyDifference: MetricOf<Pair> = {
  id: "bootstrap-accuracy-difference",
  summary: "The same difference in accuracy, with the interval of the paired bootstrap.",
  of: "cases",
  unit: "share",
  origin: "measured",
  better: null,
  compute: (pair, level) => bootstrapped(pair, level, difference, "no-cases"),
};

function difference([tn = 0, b0 = 0, a0 = 0, fp = 0, fn = 0, b1 = 0, a1 = 0, tp = 0]: readonly number[]):
  number | null {
  const n = tn + b0 + a0 + fp + fn + b1 + a1 + tp;
  // Only the first is right where it alone flags a positive, or the other alone flags a negative.
  return n === 0 ? null : (a1 + b0 - (b1 + a0)) / n;
}
