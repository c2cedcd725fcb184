import { compensatedSum } from "./compensated-sum.js";
import { placementValues } from "./placement-values.js";
import type { ScoreTable } from "./types.js";

/** An AUC with its variance, both on the scale of fractions, and the counts it rests on. */
export interface AucVariance {
  readonly auc: number;
  readonly variance: number;
  readonly positives: number;
  readonly negatives: number;
}

/**
 * AUC with DeLong's variance, from placements in O(groups).
 *
 * @param table - distinct scores ascending with counts; a higher score means "more likely positive"
 * @returns the AUC in [0, 1] and its variance >= 0, exactly 0 at perfect separation and for a constant score;
 *   `null` with fewer than two cases of either class, where no variance exists
 * @throws RangeError for a malformed table, as occupiedGroups
 * @see DeLong, DeLong & Clarke-Pearson 1988, Biometrics 44:837; Sun & Xu 2014, IEEE Signal Process. Lett. 21:1389
 * @example
 * delongVariance([{ score: 0.1, positives: 0, negatives: 2 }, { score: 0.6, positives: 1, negatives: 1 }, { score: 0.9, positives: 1, negatives: 0 }]) // { auc: 0.9167, variance: 0.0139, positives: 2, negatives: 3 }
 */
export function delongVariance(table: ScoreTable): AucVariance | null {
  const placements = placementValues(table);
  if (placements === null || placements.positives < 2 || placements.negatives < 2) return null;

  const { auc, positives, negatives, groups } = placements;
  const ofPositives = compensatedSum(groups, (g) => g.positives * (g.ofPositive - auc) ** 2);
  const ofNegatives = compensatedSum(groups, (g) => g.negatives * (g.ofNegative - auc) ** 2);
  const variance = ofPositives / ((positives - 1) * positives) + ofNegatives / ((negatives - 1) * negatives);
  return { auc, variance, positives, negatives };
}
