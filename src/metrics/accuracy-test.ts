import type { Metric } from "./metric.js";
import { decisionRate } from "./rate.js";

export const accuracyTest: Metric = {
  id: "accuracy-test",
  summary:
    'Share of all cases judged rightly in the evidence. Its baseline is what "always the larger class" scores.',
  of: "cases",
  unit: "share",
  origin: "measured",
  better: "higher",
  scope: "all",
  atBaseRate: false,
  compute: (cell, context) => ({
    ...decisionRate(
      cell,
      context,
      ({ tp, fp, fn, tn }) => ({ x: tp + tn, n: tp + fp + fn + tn }),
      "no-cases",
    ),
    baseline: cell.n === 0 ? null : Math.max(cell.positives, cell.negatives) / cell.n,
  }),
};
