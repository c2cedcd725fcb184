import type { Metric } from "./metric.js";
import { classRate } from "./rate.js";

export const baseRate: Metric = {
  id: "base-rate",
  summary: "Share of positives among the cases of the evidence. The rate where the model is used may differ.",
  of: "cases",
  unit: "share",
  origin: "measured",
  better: null,
  scope: "complements",
  atBaseRate: false,
  compute: (cell, context) =>
    classRate(
      cell,
      context,
      ({ positives, negatives }) => ({ x: positives, n: positives + negatives }),
      "no-cases",
    ),
};
