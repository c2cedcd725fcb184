import { mcnemar } from "../../stats/mcnemar.js";
import type { MetricOf } from "../metric.js";
import type { Pair } from "./pair.js";
import { tested } from "./tested.js";

export const mcnemarExactP: MetricOf<Pair> = {
  id: "mcnemar-exact-p",
  summary:
    "McNemar's exact test: chance of so uneven a split of the cases on which just one of two is right.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: null,
  compute: (pair) => tested(pair, ({ onlyA, onlyB }) => mcnemar(onlyA, onlyB).pExact),
};
