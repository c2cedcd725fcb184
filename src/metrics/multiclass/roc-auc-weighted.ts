import { averageAuc } from "./average-auc.js";
import type { MetricOf } from "../metric.js";
import type { ClassCell } from "./class-cell.js";

export const rocAucWeighted: MetricOf<ClassCell> = {
  id: "roc-auc-weighted",
  summary:
    "Mean of the areas under the ROC curves of each class against all others, weighted by the cases of each.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "higher",
  compute: (cell, level) => averageAuc(cell, "weighted", level),
};
