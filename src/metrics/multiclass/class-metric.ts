import type { MetricOf } from "../metric.js";
import type { ClassCell } from "./class-cell.js";

/** One class among the others. */
export interface OneClass {
  readonly cell: ClassCell;
  /** Place of the class. */
  readonly own: number;
}

/** A metric of one class; its facet is the class. */
export type ClassMetric = MetricOf<OneClass>;
