import type { MetricOf } from "../metric.js";
import { newcombe } from "./newcombe.js";
import type { Pair } from "./pair.js";

export const pairedAccuracyDifference: MetricOf<Pair> = {
  id: "paired-accuracy-difference",
  summary: "Share of cases the first model judges rightly, less that of the second, on the same cases.",
  of: "cases",
  unit: "share",
  origin: "measured",
  better: null,
  compute: (pair, level) => newcombe(pair, level, "right", "no-cases"),
};
