import type { MetricOf } from "../metric.js";
import { newcombe } from "./newcombe.js";
import type { Pair } from "./pair.js";

export const pairedRecallDifference: MetricOf<Pair> = {
  id: "paired-recall-difference",
  summary: "Share of the positives the first model flags, less that of the second, on the same cases.",
  of: "positives",
  unit: "share",
  origin: "measured",
  better: null,
  compute: (pair, level) => newcombe(pair, level, "caught", "no-positives"),
};
