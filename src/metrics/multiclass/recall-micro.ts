import { allRight } from "./all-right.js";
import type { MetricOf } from "../metric.js";
import type { ClassCell } from "./class-cell.js";

export const recallMicro: MetricOf<ClassCell> = {
  id: "recall-micro",
  summary: "Recall over all cases together: with one class per case, the accuracy.",
  of: "cases",
  unit: "share",
  origin: "measured",
  better: "higher",
  compute: allRight,
};
