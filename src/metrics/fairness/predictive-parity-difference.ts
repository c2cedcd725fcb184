import type { MetricOf } from "../metric.js";
import type { Audit } from "./audited.js";
import { gap } from "./gap.js";

export const predictiveParityDifference: MetricOf<Audit> = {
  id: "predictive-parity-difference",
  summary: "Highest less lowest precision of the groups, in the test (Chouldechova 2017).",
  of: "flagged",
  unit: "share",
  origin: "measured",
  better: "lower",
  compute: (audit, level) => gap(audit, level, ({ confusion: { tp, fp } }) => ({ x: tp, n: tp + fp })),
};
