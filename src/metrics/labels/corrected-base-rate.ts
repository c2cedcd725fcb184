import { roganGladen } from "../../stats/rogan-gladen.js";
import { missing, type MetricOf } from "../metric.js";
import type { ReviewedCounts } from "./label-counts.js";

export const correctedBaseRate: MetricOf<ReviewedCounts> = {
  id: "corrected-base-rate",
  summary:
    "Share of positives behind the labelled ones, given how reliable the reviewers are (Rogan and Gladen).",
  of: "cases",
  unit: "share",
  origin: "derived",
  better: null,
  compute: ({ x, n, sensitivity, specificity }, level) => {
    const found = roganGladen(x, n, sensitivity, specificity, level);
    if (found === null) return missing(n === 0 ? "no-cases" : "reviewers-by-chance", n);
    const method = "Rogan-Gladen, Wilson";
    return {
      ...missing("", n),
      value: found.value,
      reason: found.reason ?? null,
      interval: found.value === null ? null : { ...found.interval, level, method, side: "two-sided" },
    };
  },
};
