import type { Table } from "../model/assessment.js";
import { isSmall } from "./hidden-slices.js";

/**
 * A DET table with the points left out that tell few comparisons: each error count, and each step from the point
 * before, is none or at least ten. Thresholds go too: each is the raw score of a comparison.
 *
 * @param table - rows by rising threshold: threshold, false matches, impostors, false non-matches, genuine
 */
export function thinCurve(table: Table): Table {
  let [before, left] = [null as number | null, null as number | null];
  const rows = table.rows.filter(({ cells: [, matches, impostors, nonMatches, genuine] }) => {
    if (matches == null || nonMatches == null || impostors == null || genuine == null) return false;
    const steps = [
      matches,
      impostors - matches,
      nonMatches,
      genuine - nonMatches,
      (before ?? matches) - matches,
      nonMatches - (left ?? nonMatches),
    ];
    if (steps.some(isSmall)) return false;
    [before, left] = [matches, nonMatches];
    return true;
  });
  return {
    ...table,
    rows: rows.map(({ cells: [, ...counts] }, index) => ({
      label: String(index + 1),
      cells: [null, ...counts],
    })),
  };
}
