import { averageOver } from "./average.js";
import type { MetricOf } from "../metric.js";
import type { ClassCell } from "./class-cell.js";

export const precisionMacro: MetricOf<ClassCell> = {
  id: "precision-macro",
  summary: "Mean of the precisions of all classes that are predicted at least once, each class alike.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "higher",
  compute: (cell, level) =>
    averageOver(cell, { of: "precision", weights: "macro", undefined: "left-out" }, level),
};
