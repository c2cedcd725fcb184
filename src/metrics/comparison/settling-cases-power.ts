import { pairedSampleSize } from "../../stats/paired-sample-size.js";
import type { MetricOf } from "../metric.js";
import type { Pair } from "./pair.js";
import { sized } from "./sized.js";

const power = 0.8;

export const settlingCasesPower: MetricOf<Pair> = {
  id: "settling-cases-power",
  summary: "Cases at which McNemar's test would see the observed difference four times in five.",
  of: "cases",
  unit: "count",
  origin: "derived",
  better: null,
  compute: (pair, level) =>
    sized(pair, ({ both, onlyA, onlyB, neither }) => {
      const n = both + onlyA + onlyB + neither;
      return pairedSampleSize(onlyA / n, onlyB / n, power, level);
    }),
};
