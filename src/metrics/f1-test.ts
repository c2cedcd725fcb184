import { f1Interval } from "../stats/f1-interval.js";
import { fBeta } from "../stats/f-beta.js";
import { missing, type Metric } from "./metric.js";

export const f1Test: Metric = {
  id: "f1-test",
  summary: "Harmonic mean of recall and precision at the base rate of the evidence.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "higher",
  scope: "all",
  atBaseRate: false,
  compute: (cell, { level }) => {
    if (cell.confusion === null) return missing("no-threshold", cell.n);
    const value = fBeta(cell.confusion, 1);
    if (value === null) return missing("no-positives", cell.n);
    const bounds = cell.subjects === null ? f1Interval(cell.confusion, level) : null;
    return {
      ...missing("", cell.n),
      value,
      reason: bounds === null ? "no-interval-clustered" : null,
      interval:
        bounds === null ? null : { ...bounds, level, method: "Wilson on F1 / (2 - F1)", side: "two-sided" },
    };
  },
};
