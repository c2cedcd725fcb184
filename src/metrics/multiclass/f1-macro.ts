import { averageOver } from "./average.js";
import type { MetricOf } from "../metric.js";
import type { ClassCell } from "./class-cell.js";

export const f1Macro: MetricOf<ClassCell> = {
  id: "f1-macro",
  summary: "Mean of the F1 of all classes, each class alike.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "higher",
  compute: (cell, level) => averageOver(cell, { of: "f1", weights: "macro", undefined: "left-out" }, level),
};
