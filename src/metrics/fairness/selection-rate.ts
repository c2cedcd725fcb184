import { wilsonInterval } from "../../stats/wilson-interval.js";
import { missing, type MetricOf } from "../metric.js";
import type { AuditedGroup } from "./audited.js";

export const selectionRate: MetricOf<AuditedGroup> = {
  id: "selection-rate",
  summary: "Share of a group that gets the favourable decision, outcome known or not.",
  of: "cases",
  unit: "share",
  origin: "measured",
  better: null,
  compute: ({ audit, group }, level) => {
    const cell = audit.groups.find((one) => one.group === group);
    if (cell === undefined || cell.assessed === 0) return missing("none-assessed");
    const { selected, assessed } = cell;
    const bounds = audit.bySubject ? null : wilsonInterval(selected, assessed, level);
    return {
      ...missing("", assessed),
      value: selected / assessed,
      reason: bounds === null ? "repeated-subjects" : null,
      numerator: selected,
      denominator: assessed,
      interval: bounds === null ? null : { ...bounds, level, method: "Wilson", side: "two-sided" },
    };
  },
};
