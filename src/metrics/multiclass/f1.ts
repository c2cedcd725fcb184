import { f1Test } from "../f1-test.js";
import { ownCell } from "./class-cell.js";
import type { ClassMetric } from "./class-metric.js";
import { named } from "./named.js";
import { testContext } from "./test-context.js";

export const f1OfClass: ClassMetric = {
  id: "f1",
  summary: "Harmonic mean of recall and precision of a class, at the mix of classes of the test.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "higher",
  compute: ({ cell, own }, level) =>
    named(f1Test.compute(ownCell(cell, own), testContext(level)), "no-positives", "no-class-cases"),
};
