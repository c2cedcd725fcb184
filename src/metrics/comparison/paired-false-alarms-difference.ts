import type { MetricOf } from "../metric.js";
import { newcombe } from "./newcombe.js";
import type { Pair } from "./pair.js";

export const pairedFalseAlarmsDifference: MetricOf<Pair> = {
  id: "paired-false-alarms-difference",
  summary: "Share of the negatives the first model flags, less that of the second, on the same cases.",
  of: "negatives",
  unit: "share",
  origin: "measured",
  better: null,
  compute: (pair, level) => newcombe(pair, level, "alarmed", "no-negatives"),
};
