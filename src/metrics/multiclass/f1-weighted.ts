import { averageOver } from "./average.js";
import type { MetricOf } from "../metric.js";
import type { ClassCell } from "./class-cell.js";

export const f1Weighted: MetricOf<ClassCell> = {
  id: "f1-weighted",
  summary: "Mean of the F1 of all classes, weighted by the actual cases of each.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "higher",
  compute: (cell, level) =>
    averageOver(cell, { of: "f1", weights: "weighted", undefined: "left-out" }, level),
};
