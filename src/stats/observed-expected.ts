import { classCounts } from "./class-counts.js";
import { compensatedSum } from "./compensated-sum.js";
import { probabilityGroups } from "./probability-groups.js";
import type { ScoreTable } from "./types.js";

/**
 * Observed against expected positives: calibration of the total.
 *
 * @param table - distinct scores in [0, 1] ascending with counts
 * @returns `observed`, a count; `expected`, the sum of the scores, in cases; `ratio` observed / expected, above 1
 *   where the model predicts too few, `null` where none were expected. Both are 0 for an empty table
 * @throws RangeError `Unexpected score 1.2, expected 0 <= score <= 1`
 * @see Debray et al. 2017, BMJ 356:i6460
 * @example
 * observedExpected([{ score: 0.2, positives: 1, negatives: 3 }, { score: 0.9, positives: 4, negatives: 0 }]) // { observed: 5, expected: 4.4, ratio: 1.1364 }
 */
export function observedExpected(table: ScoreTable): {
  readonly observed: number;
  readonly expected: number;
  readonly ratio: number | null;
} {
  const groups = probabilityGroups(table);
  const { positives: observed } = classCounts(groups);
  const expected = compensatedSum(groups, (g) => g.score * (g.positives + g.negatives));
  return { observed, expected, ratio: expected === 0 ? null : observed / expected };
}
