import { mcnemar } from "../../stats/mcnemar.js";
import type { MetricOf } from "../metric.js";
import type { Pair } from "./pair.js";
import { tested } from "./tested.js";

export const mcnemarMidP: MetricOf<Pair> = {
  id: "mcnemar-mid-p",
  summary: "McNemar's mid-p test: as the exact test, with half the chance of the split that occurred.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: null,
  compute: (pair) => tested(pair, ({ onlyA, onlyB }) => mcnemar(onlyA, onlyB).pMid),
};
