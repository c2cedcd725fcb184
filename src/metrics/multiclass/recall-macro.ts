import { averageOver } from "./average.js";
import type { MetricOf } from "../metric.js";
import type { ClassCell } from "./class-cell.js";

export const recallMacro: MetricOf<ClassCell> = {
  id: "recall-macro",
  summary: "Mean of the recalls of all classes, each class alike.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "higher",
  compute: (cell, level) =>
    averageOver(cell, { of: "recall", weights: "macro", undefined: "left-out" }, level),
};
