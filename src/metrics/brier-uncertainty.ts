import { murphy } from "./murphy.js";
import type { Metric } from "./metric.js";

export const brierUncertainty: Metric = {
  id: "brier-uncertainty",
  summary: "Brier score of always saying the base rate of the evidence: p (1 - p).",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: null,
  scope: "all",
  atBaseRate: false,
  compute: (cell, context) => murphy(cell, context, ({ uncertainty }) => uncertainty),
};
