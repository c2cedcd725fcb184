import { allRight } from "./all-right.js";
import type { MetricOf } from "../metric.js";
import type { ClassCell } from "./class-cell.js";

export const recallWeighted: MetricOf<ClassCell> = {
  id: "recall-weighted",
  summary: "Mean of the recalls weighted by the cases of each class: with one class per case, the accuracy.",
  of: "cases",
  unit: "share",
  origin: "measured",
  better: "higher",
  compute: allRight,
};
