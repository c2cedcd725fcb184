import type { Metric } from "./metric.js";
import { neededToFlag } from "./needed-to-flag.js";
import { precisionTest } from "./precision-test.js";

export const numberNeededToFlagTest: Metric = {
  id: "number-needed-to-flag-test",
  summary: "Cases flagged for each positive caught, at the base rate of the evidence: (TP + FP) / TP.",
  of: "flagged",
  unit: "ratio",
  origin: "measured",
  better: "lower",
  scope: "all",
  atBaseRate: false,
  compute: (cell, context) => neededToFlag(precisionTest.compute(cell, context)),
};
