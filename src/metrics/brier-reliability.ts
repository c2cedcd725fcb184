import { murphy } from "./murphy.js";
import type { Metric } from "./metric.js";

export const brierReliability: Metric = {
  id: "brier-reliability",
  summary:
    "Part of the Brier score that wrong levels of the score add, over ten bands of equal width (Murphy 1973).",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "lower",
  scope: "all",
  atBaseRate: false,
  compute: (cell, context) => murphy(cell, context, ({ reliability }) => reliability),
};
