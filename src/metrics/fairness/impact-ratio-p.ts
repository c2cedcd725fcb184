import { fourFifths } from "../../stats/four-fifths.js";
import { missing, type MetricOf } from "../metric.js";
import type { AuditedGroup } from "./audited.js";
import { referenceOf } from "./reference-of.js";

export const impactRatioP: MetricOf<AuditedGroup> = {
  id: "impact-ratio-p",
  summary: "Fisher's exact test of a group's selection rate against the highest one.",
  of: "cases",
  unit: "index",
  origin: "measured",
  better: null,
  compute: ({ audit, group }) => {
    const { ratios, reference } = referenceOf(audit);
    const own = ratios.find((one) => one.group === group);
    if (own === undefined || reference === null || own.ratio === null)
      return missing(own?.reason ?? "no-selection", own?.assessed ?? 0);
    if (own === reference) return missing("reference-group", own.assessed);
    if (audit.bySubject) return missing("repeated-subjects", own.assessed);
    const screen = fourFifths(own.selected, own.assessed, reference.selected, reference.assessed);
    return { ...missing("", own.assessed), value: screen?.pFisher ?? null, reason: "test-value" };
  },
};
