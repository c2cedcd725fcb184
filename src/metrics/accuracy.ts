import { accuracyAtBaseRate } from "../stats/accuracy-at-base-rate.js";
import { atBaseRate } from "./at-base-rate.js";
import type { Metric } from "./metric.js";

export const accuracy: Metric = {
  id: "accuracy",
  summary:
    'Share of all cases judged rightly where the model is used. Its baseline is "always the larger class".',
  of: "cases",
  unit: "share",
  origin: "derived",
  better: "higher",
  scope: "all",
  atBaseRate: true,
  compute: (cell, context) => ({
    ...atBaseRate(cell, context, accuracyAtBaseRate, "no-cases"),
    baseline: context.baseRate === null ? null : Math.max(context.baseRate.value, 1 - context.baseRate.value),
  }),
};
