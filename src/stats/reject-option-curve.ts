import { occupiedGroups } from "./occupied-groups.js";
import type { ScoreTable } from "./types.js";

/** What is left when cases below a confidence are not answered. */
export interface RejectOptionPoint {
  /** Lowest confidence that is still answered. */
  readonly threshold: number;
  /** Cases answered, above 0. */
  readonly answered: number;
  /** Of them, answered rightly. */
  readonly right: number;
  /** Cases in all. */
  readonly n: number;
}

/**
 * Accuracy against coverage: answer only where the confidence is at or above a threshold, refuse the rest.
 *
 * @param table - cases by confidence ascending; `positives` are the rightly, `negatives` the wrongly answered ones
 * @returns one point per distinct confidence, from refusing nothing to answering only the surest; cases of equal
 *   confidence are refused together. Coverage is answered / n, accuracy right / answered. [] without cases
 * @throws RangeError for a malformed table, as occupiedGroups
 * @see Chow 1970, IEEE Trans. Inf. Theory 16:41; El-Yaniv & Wiener 2010, JMLR 11:1605
 * @example
 * rejectOptionCurve([{ score: 0.5, positives: 1, negatives: 2 }, { score: 0.9, positives: 6, negatives: 1 }]) // [{ threshold: 0.5, answered: 10, right: 7, n: 10 }, { threshold: 0.9, answered: 7, right: 6, n: 10 }]
 */
export function rejectOptionCurve(table: ScoreTable): RejectOptionPoint[] {
  const groups = occupiedGroups(table);
  const n = groups.reduce((sum, { positives, negatives }) => sum + positives + negatives, 0);
  const curve: RejectOptionPoint[] = [];
  let answered = 0;
  let right = 0;
  for (const { score, positives, negatives } of [...groups].reverse()) {
    answered += positives + negatives;
    right += positives;
    curve.push({ threshold: score, answered, right, n });
  }
  return curve.reverse();
}
