import type { MetricOf } from "../metric.js";
import { bootstrapped } from "./bootstrapped.js";
import type { Pair } from "./pair.js";

export const bootstrapPrecisionDifference: MetricOf<Pair> = {
  id: "bootstrap-precision-difference",
  summary:
    "Share of positives among those the first model flags, less that of the second, with the interval of the paired bootstrap: the two flag different cases.",
  of: "flagged",
  unit: "share",
  origin: "measured",
  better: null,
  compute: (pair, level) => bootstrapped(pair, level, difference, "nothing-flagged"),
};

function difference([, b0 = 0, a0 = 0, both0 = 0, , b1 = 0, a1 = 0, both1 = 0]: readonly number[]):
  number | null {
  const flaggedA = a0 + both0 + a1 + both1;
  const flaggedB = b0 + both0 + b1 + both1;
  if (flaggedA === 0 || flaggedB === 0) return null;
  return (a1 + both1) / flaggedA - (b1 + both1) / flaggedB;
}
