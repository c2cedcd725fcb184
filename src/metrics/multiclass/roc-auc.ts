import { missing } from "../metric.js";
import { rocAuc } from "../roc-auc.js";
import { ownCell } from "./class-cell.js";
import type { ClassMetric } from "./class-metric.js";
import { testContext } from "./test-context.js";

export const rocAucOfClass: ClassMetric = {
  id: "roc-auc",
  summary:
    "Chance that a case of a class has a higher score for it than a case of another class, ties counting half.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: "higher",
  compute: ({ cell, own }, level) => {
    const whole = ownCell(cell, own);
    if (cell.scores !== null && (whole.scores ?? []).length === 0)
      return missing("class-without-score", whole.n);
    return rocAuc.compute(whole, testContext(level));
  },
};
