import { averageOver } from "./average.js";
import type { MetricOf } from "../metric.js";
import type { ClassCell } from "./class-cell.js";

export const precisionWeighted: MetricOf<ClassCell> = {
  id: "precision-weighted",
  summary: "Mean of the precisions of all classes, weighted by the actual cases of each.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "higher",
  compute: (cell, level) =>
    averageOver(cell, { of: "precision", weights: "weighted", undefined: "left-out" }, level),
};
