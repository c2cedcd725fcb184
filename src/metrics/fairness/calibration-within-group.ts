import { wilsonInterval } from "../../stats/wilson-interval.js";
import { missing, type MetricOf } from "../metric.js";
import type { AuditedGroup } from "./audited.js";

export const calibrationWithinGroup: MetricOf<AuditedGroup> = {
  id: "calibration-within-group",
  summary: "Positives of a group that occurred for each one its scores expected; 1 where the level is right.",
  of: "cases",
  unit: "ratio",
  origin: "measured",
  better: null,
  compute: ({ audit, group }, level) => {
    const cell = audit.groups.find((one) => one.group === group);
    if (cell === undefined) return missing("no-cases");
    const { tp, fn, fp, tn } = cell.confusion;
    const n = tp + fn + fp + tn;
    if (n === 0) return missing("no-cases");
    if (cell.expected === null) return missing("not-probabilities", n);
    if (cell.expected === 0) return missing("none-expected", n);
    const mean = cell.expected / n;
    const bounds = audit.bySubject ? null : wilsonInterval(tp + fn, n, level);
    return {
      ...missing("", n),
      value: (tp + fn) / cell.expected,
      reason: bounds === null ? "repeated-subjects" : null,
      interval:
        bounds === null
          ? null
          : {
              low: bounds.low / mean,
              high: bounds.high / mean,
              level,
              method: "Wilson, divided by the expected share",
              side: "two-sided",
            },
    };
  },
};
