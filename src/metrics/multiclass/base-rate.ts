import { baseRate } from "../base-rate.js";
import { ownCell } from "./class-cell.js";
import type { ClassMetric } from "./class-metric.js";
import { testContext } from "./test-context.js";

export const baseRateOfClass: ClassMetric = {
  id: "base-rate",
  summary: "Share of a class among the cases tested.",
  of: "cases",
  unit: "share",
  origin: "measured",
  better: null,
  compute: ({ cell, own }, level) => baseRate.compute(ownCell(cell, own), testContext(level)),
};
