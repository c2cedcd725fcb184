import { classCounts } from "../../stats/class-counts.js";
import { equalErrorRate } from "../../stats/equal-error-rate.js";
import type { ScoreTable } from "../../stats/types.js";
import { missing, type MetricOf } from "../metric.js";

export const eer: MetricOf<ScoreTable> = {
  id: "eer",
  summary: "Equal error rate: where FMR and FNMR meet; a summary of the scores, not a point anyone works at.",
  of: "cases",
  unit: "share",
  origin: "derived",
  better: "lower",
  compute: (scores) => {
    const { n } = classCounts(scores);
    const value = equalErrorRate(scores);
    return value === null ? missing("one-class", n) : { ...missing("no-interval", n), value };
  },
};
