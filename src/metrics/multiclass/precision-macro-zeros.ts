import { averageOver } from "./average.js";
import type { MetricOf } from "../metric.js";
import type { ClassCell } from "./class-cell.js";

export const precisionMacroZeros: MetricOf<ClassCell> = {
  id: "precision-macro-zeros",
  summary: "Mean of the precisions of all classes, with 0 for one that is never predicted.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "higher",
  compute: (cell, level) =>
    averageOver(cell, { of: "precision", weights: "macro", undefined: "zero" }, level),
};
