import { flagRateTest } from "../flag-rate-test.js";
import type { MetricOf } from "../metric.js";
import { cellWithoutRole, contextOf, type Banded } from "./banded.js";

export const straightThroughShareTest: MetricOf<Banded> = {
  id: "straight-through-share-test",
  summary: "Share of all cases in the test that no person reads: passed or stopped by the model alone.",
  of: "cases",
  unit: "share",
  origin: "measured",
  better: null,
  compute: (banded, level) =>
    flagRateTest.compute(cellWithoutRole(banded, "review"), contextOf(level, banded.baseRate)),
};
