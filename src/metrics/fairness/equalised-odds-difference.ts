import { equalisedOdds } from "../../stats/equalised-odds.js";
import { missing, type MetricOf } from "../metric.js";
import type { Audit } from "./audited.js";

export const equalisedOddsDifference: MetricOf<Audit> = {
  id: "equalised-odds-difference",
  summary:
    "The larger of the gaps in recall and in false alarms between the groups (Hardt, Price & Srebro 2016).",
  of: "cases",
  unit: "share",
  origin: "measured",
  better: "lower",
  compute: ({ groups, bySubject }, level) => {
    const known = groups.filter((cell) => cell.known);
    const found = equalisedOdds(
      known.map(({ group, confusion }) => ({ group, ...confusion })),
      level,
    );
    const n = known.reduce((sum, { confusion: { tp, fn, fp, tn } }) => sum + tp + fn + fp + tn, 0);
    if (found.difference === null) return missing("one-group", n);
    const [recall, alarms] = [found.recall, found.falseAlarms];
    const larger = recall !== null && recall.difference === found.difference ? recall : alarms;
    const interval =
      bySubject || larger === null
        ? null
        : {
            ...larger.interval,
            level,
            method: "Newcombe method 10, Bonferroni over pairs of groups and both errors",
            side: "two-sided" as const,
          };
    return {
      ...missing("", n),
      value: found.difference,
      reason: interval === null ? "repeated-subjects" : null,
      interval,
    };
  },
};
