import type { MetricOf } from "../metric.js";
import type { Audit } from "./audited.js";
import { gap } from "./gap.js";

export const demographicParityDifference: MetricOf<Audit> = {
  id: "demographic-parity-difference",
  summary: "Highest less lowest selection rate of the groups.",
  of: "cases",
  unit: "share",
  origin: "measured",
  better: "lower",
  compute: (audit, level) => gap(audit, level, ({ selected: x, assessed: n }) => ({ x, n })),
};
