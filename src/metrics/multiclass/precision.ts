import { precisionTest } from "../precision-test.js";
import { ownCell } from "./class-cell.js";
import type { ClassMetric } from "./class-metric.js";
import { named } from "./named.js";
import { testContext } from "./test-context.js";

export const precisionOfClass: ClassMetric = {
  id: "precision",
  summary: "Of the cases given a class, the share that belongs to it, at the mix of classes of the test.",
  of: "class-predicted",
  unit: "share",
  origin: "measured",
  better: "higher",
  compute: ({ cell, own }, level) =>
    named(
      precisionTest.compute(ownCell(cell, own), testContext(level)),
      "nothing-flagged",
      "never-predicted",
    ),
};
