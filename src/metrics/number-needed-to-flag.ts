import type { Metric } from "./metric.js";
import { neededToFlag } from "./needed-to-flag.js";
import { precision } from "./precision.js";

export const numberNeededToFlag: Metric = {
  id: "number-needed-to-flag",
  summary: "Cases flagged for each positive caught where the model is used: 1 / precision.",
  of: "flagged",
  unit: "ratio",
  origin: "derived",
  better: "lower",
  scope: "all",
  atBaseRate: true,
  compute: (cell, context) => neededToFlag(precision.compute(cell, context)),
};
