import { classCounts } from "./class-counts.js";
import { occupiedGroups } from "./occupied-groups.js";
import type { ScoreGroup, ScoreTable } from "./types.js";

/** A score group with the placements of its cases in the other class, fractions in [0, 1]. */
export interface PlacedGroup extends ScoreGroup {
  /** Share of negatives scored below this score, ties counted half: the placement of a positive here. */
  readonly ofPositive: number;
  /** Share of positives scored above this score, ties counted half: the placement of a negative here. */
  readonly ofNegative: number;
}

/** All placements of a ScoreTable with the AUC, which is the mean placement of either class. */
export interface Placements {
  readonly auc: number;
  readonly positives: number;
  readonly negatives: number;
  readonly groups: readonly PlacedGroup[];
}

/**
 * Placement values: for each case, the share of the other class that it is ranked on the right side of.
 *
 * @param table - distinct scores ascending with counts
 * @returns placements per group, exact up to one division; `null` unless both classes are present
 * @throws RangeError for a malformed table, as occupiedGroups
 * @see DeLong, DeLong & Clarke-Pearson 1988, Biometrics 44:837; Hanley & Hajian-Tilaki 1997, Acad. Radiol. 4:49
 * @example
 * placementValues([{ score: 0.5, positives: 1, negatives: 1 }])?.auc // 0.5
 */
export function placementValues(table: ScoreTable): Placements | null {
  const groups = occupiedGroups(table);
  const { positives, negatives } = classCounts(groups);
  if (positives === 0 || negatives === 0) return null;

  // Counted in halves of pairs, so that integers stay exact up to 9e15 / 2 pairs.
  let below = 0;
  let above = positives;
  let halfPairs = 0;
  const placed = groups.map(({ score, positives: here, negatives: others }) => {
    above -= here;
    const ofPositive = (2 * below + others) / (2 * negatives);
    const ofNegative = (2 * above + here) / (2 * positives);
    halfPairs += here * (2 * below + others);
    below += others;
    return { score, positives: here, negatives: others, ofPositive, ofNegative };
  });
  return { auc: halfPairs / (2 * positives * negatives), positives, negatives, groups: placed };
}
