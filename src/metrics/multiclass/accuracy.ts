import { allRight } from "./all-right.js";
import type { MetricOf } from "../metric.js";
import type { ClassCell } from "./class-cell.js";

export const accuracyOfClasses: MetricOf<ClassCell> = {
  id: "accuracy",
  summary: "Share of the cases given their actual class, in the test.",
  of: "cases",
  unit: "share",
  origin: "measured",
  better: "higher",
  compute: allRight,
};
