import { fourFifths } from "../../stats/four-fifths.js";
import { missing, type MetricOf } from "../metric.js";
import type { AuditedGroup } from "./audited.js";
import { referenceOf } from "./reference-of.js";

export const impactRatio: MetricOf<AuditedGroup> = {
  id: "impact-ratio",
  summary:
    "Selection rate of a group over that of the group with the highest: below 0.8 fails the four-fifths screen.",
  of: "cases",
  unit: "ratio",
  origin: "measured",
  better: "higher",
  compute: ({ audit, group }, level) => {
    const { ratios, reference } = referenceOf(audit);
    const own = ratios.find((one) => one.group === group);
    if (own === undefined || reference === null || own.ratio === null)
      return missing(own?.reason ?? "no-selection", own?.assessed ?? 0);
    const plain = { ...missing("", own.assessed), value: own.ratio };
    if (own === reference) return { ...plain, reason: "reference-group" };
    if (audit.bySubject) return { ...plain, reason: "repeated-subjects" };
    const screen = fourFifths(own.selected, own.assessed, reference.selected, reference.assessed, level);
    const bounds = screen?.interval ?? null;
    return {
      ...plain,
      reason: bounds === null ? "no-interval" : null,
      interval: bounds === null ? null : { ...bounds, level, method: "Katz log", side: "two-sided" },
    };
  },
};
