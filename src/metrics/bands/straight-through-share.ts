import { flagRate } from "../flag-rate.js";
import type { MetricOf } from "../metric.js";
import { cellWithoutRole, contextOf, type Banded } from "./banded.js";

export const straightThroughShare: MetricOf<Banded> = {
  id: "straight-through-share",
  summary: "Share of all cases that no person reads, at the stated base rate.",
  of: "cases",
  unit: "share",
  origin: "derived",
  better: null,
  compute: (banded, level) =>
    flagRate.compute(cellWithoutRole(banded, "review"), contextOf(level, banded.baseRate)),
};
