import { largestRateGap } from "../../stats/largest-rate-gap.js";
import { missing, type Measured } from "../metric.js";
import type { AxisGroup } from "../../model/audit-details.js";
import type { Audit } from "./audited.js";

/** The two groups furthest apart in a rate, among those whose group is known. */
export function gap(
  { groups, bySubject }: Audit,
  level: number,
  pick: (cell: AxisGroup) => { readonly x: number; readonly n: number },
): Measured {
  const known = groups.filter((cell) => cell.known);
  const found = largestRateGap(
    known.map((cell) => ({ group: cell.group, ...pick(cell) })),
    level,
  );
  const n = known.reduce((sum, cell) => sum + pick(cell).n, 0);
  if (found === null) return missing("one-group", n);
  return {
    ...missing("", n),
    value: found.difference,
    reason: bySubject ? "repeated-subjects" : null,
    interval: bySubject
      ? null
      : {
          ...found.interval,
          level,
          method: "Newcombe method 10, Bonferroni over pairs of groups",
          side: "two-sided",
        },
  };
}
