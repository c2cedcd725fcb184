import { brierScore } from "./brier-score.js";
import { classCounts } from "./class-counts.js";
import type { ScoreTable } from "./types.js";

/**
 * Brier skill score: share of the Brier score of "always predict the base rate" that the model removes.
 *
 * @param table - distinct scores in [0, 1] ascending with counts
 * @returns 1 - Brier / (base rate times its complement), at most 1, 0 for no skill, below 0 for worse than the base
 *   rate; `null` unless both classes are present
 * @throws RangeError `Unexpected score 1.2, expected 0 <= score <= 1`
 * @see Murphy 1973, J. Appl. Meteorol. 12:215
 * @example
 * brierSkill([{ score: 0.2, positives: 1, negatives: 3 }, { score: 0.9, positives: 4, negatives: 0 }]) // 0.5733
 */
export function brierSkill(table: ScoreTable): number | null {
  const score = brierScore(table);
  const { positives, negatives, n } = classCounts(table);
  if (score === null || positives === 0 || negatives === 0) return null;

  return 1 - score / ((positives / n) * (negatives / n));
}
