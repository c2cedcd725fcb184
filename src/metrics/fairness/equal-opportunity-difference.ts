import type { MetricOf } from "../metric.js";
import type { Audit } from "./audited.js";
import { gap } from "./gap.js";

export const equalOpportunityDifference: MetricOf<Audit> = {
  id: "equal-opportunity-difference",
  summary: "Highest less lowest recall of the groups (Hardt, Price & Srebro 2016).",
  of: "positives",
  unit: "share",
  origin: "measured",
  better: "lower",
  compute: (audit, level) => gap(audit, level, ({ confusion: { tp, fn } }) => ({ x: tp, n: tp + fn })),
};
