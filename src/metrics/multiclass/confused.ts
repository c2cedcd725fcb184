import { decisionRate } from "../rate.js";
import type { MetricOf } from "../metric.js";
import { takenCell } from "./class-cell.js";
import type { OneClass } from "./class-metric.js";
import { testContext } from "./test-context.js";

/** One class taken for another. */
export interface Confused extends OneClass {
  /** Place of the class it is taken for. */
  readonly other: number;
}

export const confused: MetricOf<Confused> = {
  id: "confused",
  summary: "Of the cases of one class, the share given another: facet actual=predicted.",
  of: "class",
  unit: "share",
  origin: "measured",
  better: "lower",
  compute: ({ cell, own, other }, level) =>
    decisionRate(
      takenCell(cell, own, other),
      testContext(level),
      ({ tp, fn }) => ({ x: tp, n: tp + fn }),
      "no-class-cases",
    ),
};
