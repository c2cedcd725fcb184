import { settlingPairedN } from "../../stats/settling-paired-n.js";
import type { MetricOf } from "../metric.js";
import type { Pair } from "./pair.js";
import { sized } from "./sized.js";

export const settlingCases: MetricOf<Pair> = {
  id: "settling-cases",
  summary: "Cases at which the paired interval would exclude 0, were the two to differ as observed.",
  of: "cases",
  unit: "count",
  origin: "derived",
  better: null,
  compute: (pair, level) => sized(pair, (counts) => settlingPairedN(counts, level)),
};
