import type { ScoreTable } from "../stats/types.js";

/**
 * Scores turned so that a higher one lies nearer the flagged side, still ascending. A model that flags low
 * scores ranks well when positives score low; ranking metrics read higher as "more likely positive".
 */
export function rankOrder(table: ScoreTable, flag: "at-or-above" | "below"): ScoreTable {
  if (flag === "at-or-above") return table;
  return table.map((group) => ({ ...group, score: -group.score })).reverse();
}
