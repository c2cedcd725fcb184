import { averageAuc } from "./average-auc.js";
import type { MetricOf } from "../metric.js";
import type { ClassCell } from "./class-cell.js";

export const rocAucMacro: MetricOf<ClassCell> = {
  id: "roc-auc-macro",
  summary: "Mean of the areas under the ROC curves of each class against all others, each class alike.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "higher",
  compute: (cell, level) => averageAuc(cell, "macro", level),
};
