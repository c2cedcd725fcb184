import { compensatedSum } from "./compensated-sum.js";
import { normalUpperTail } from "./normal-upper-tail.js";
import { probabilityGroups } from "./probability-groups.js";
import type { ScoreTable } from "./types.js";

/**
 * Spiegelhalter's test of calibration: is the Brier score what calibrated probabilities would give?
 *
 * @param table - distinct scores in [0, 1] ascending with counts
 * @returns z, below 0 where the Brier score is better than calibrated scores would earn (predictions too timid) and
 *   above 0 where it is worse, with its two-sided p-value; `null` where every score is 0, 0.5 or 1, or for an
 *   empty table
 * @throws RangeError `Unexpected score 1.2, expected 0 <= score <= 1`
 * @see Spiegelhalter 1986, Stat. Med. 5:421
 * @example
 * spiegelhalterZ([{ score: 0.2, positives: 1, negatives: 3 }, { score: 0.9, positives: 4, negatives: 0 }]) // { z: -0.2946, p: 0.7683 }
 */
export function spiegelhalterZ(table: ScoreTable): { readonly z: number; readonly p: number } | null {
  const groups = probabilityGroups(table);
  const excess = compensatedSum(
    groups.map((g) => (g.positives * (1 - g.score) - g.negatives * g.score) * (1 - 2 * g.score)),
  );
  const variance = compensatedSum(
    groups.map((g) => (g.positives + g.negatives) * (1 - 2 * g.score) ** 2 * g.score * (1 - g.score)),
  );
  if (variance === 0) return null;

  const z = excess / Math.sqrt(variance);
  return { z, p: 2 * normalUpperTail(Math.abs(z)) };
}
