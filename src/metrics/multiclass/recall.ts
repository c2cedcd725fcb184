import { recall } from "../recall.js";
import { ownCell } from "./class-cell.js";
import type { ClassMetric } from "./class-metric.js";
import { named } from "./named.js";
import { testContext } from "./test-context.js";

export const recallOfClass: ClassMetric = {
  id: "recall",
  summary: "Of the cases of a class, the share given that class.",
  of: "class",
  unit: "share",
  origin: "measured",
  better: "higher",
  compute: ({ cell, own }, level) =>
    named(recall.compute(ownCell(cell, own), testContext(level)), "no-positives", "no-class-cases"),
};
