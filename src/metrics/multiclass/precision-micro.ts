import { allRight } from "./all-right.js";
import type { MetricOf } from "../metric.js";
import type { ClassCell } from "./class-cell.js";

export const precisionMicro: MetricOf<ClassCell> = {
  id: "precision-micro",
  summary: "Precision over all predictions together: with one class per case, the accuracy.",
  of: "cases",
  unit: "share",
  origin: "measured",
  better: "higher",
  compute: allRight,
};
