import { allRight } from "./all-right.js";
import type { MetricOf } from "../metric.js";
import type { ClassCell } from "./class-cell.js";

export const f1Micro: MetricOf<ClassCell> = {
  id: "f1-micro",
  summary: "F1 over all cases together: with one class per case, the accuracy.",
  of: "cases",
  unit: "share",
  origin: "measured",
  better: "higher",
  compute: allRight,
};
