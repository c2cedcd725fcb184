import type { Table } from "../../../model/assessment.js";
import { detCurve } from "../../../stats/det-curve.js";
import type { ScoreTable } from "../../../stats/types.js";

/** Points a curve needs to look smooth on paper. */
const mostPoints = 200;

/**
 * DET curve as counts: what every threshold accepts wrongly and refuses wrongly. Of a long curve the points stay
 * that differ most: evenly spread over both kinds of error.
 */
export function detTable(
  scores: ScoreTable,
  place: Pick<Table, "id" | "evaluation" | "slice">,
): Table | null {
  const curve = detCurve(scores);
  if (curve === null) return null;
  const [genuine, impostors] = [curve.at(-1)?.falseNonMatches ?? 0, curve[0]?.falseMatches ?? 0];
  const step = (point: (typeof curve)[number]): number =>
    Math.floor((mostPoints / 2) * (point.fnmr + 1 - point.fmr));
  const kept = curve.filter((point, index) => {
    const before = curve[index - 1];
    const isEnd = before === undefined || index === curve.length - 1;
    return curve.length <= mostPoints || isEnd || step(before) !== step(point);
  });
  return {
    ...place,
    columns: ["threshold", "false-matches", "impostors", "false-non-matches", "genuine"],
    rows: kept.map(({ threshold, falseMatches, falseNonMatches }, index) => ({
      label: String(index + 1),
      cells: [threshold, falseMatches, impostors, falseNonMatches, genuine],
    })),
  };
}
