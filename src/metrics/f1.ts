import { f1AtBaseRate } from "../stats/f1-at-base-rate.js";
import { atBaseRate } from "./at-base-rate.js";
import type { Metric } from "./metric.js";

export const f1: Metric = {
  id: "f1",
  summary:
    "Harmonic mean of recall and precision where the model is used. Says how many mistakes, never which.",
  of: "cases",
  unit: "index",
  origin: "derived",
  better: "higher",
  scope: "all",
  atBaseRate: true,
  compute: (cell, context) => atBaseRate(cell, context, f1AtBaseRate, "none-caught"),
};
