import { murphy } from "./murphy.js";
import type { Metric } from "./metric.js";

export const brierResolution: Metric = {
  id: "brier-resolution",
  summary:
    "Part of the Brier score that telling cases apart takes away, over ten bands of equal width (Murphy 1973).",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "higher",
  scope: "all",
  atBaseRate: false,
  compute: (cell, context) => murphy(cell, context, ({ resolution }) => resolution),
};
