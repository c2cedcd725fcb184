import { checkShare } from "./check-share.js";
import { rocCurve } from "./roc-curve.js";
import type { RocPoint } from "./roc-curve.js";
import type { ScoreTable } from "./types.js";

/**
 * Best true positive rate at a bound on the false positive rate (TAR at FAR), without interpolation.
 *
 * @param table - distinct scores ascending with counts; a case is flagged iff score >= threshold
 * @param maxFpr - largest allowed share of negatives flagged, a fraction in [0, 1]
 * @returns the point at the lowest observed threshold whose fpr keeps the bound; the start of the curve (threshold
 *   null, nothing flagged) where none does; `null` unless both classes are present. The rate means little where
 *   negatives times maxFpr is below 10
 * @throws RangeError `Unexpected maxFpr 2, expected 0 <= maxFpr <= 1`
 * @see ISO/IEC 19795-1 for the usage (from memory)
 * @example
 * tprAtFpr([{ score: 1, positives: 1, negatives: 4 }, { score: 2, positives: 4, negatives: 1 }], 0.2) // { threshold: 2, tpr: 0.8, fpr: 0.2, tp: 4, fp: 1 }
 */
export function tprAtFpr(table: ScoreTable, maxFpr: number): RocPoint | null {
  checkShare("maxFpr", maxFpr);
  const points = rocCurve(table);
  return points?.findLast((point) => point.fpr <= maxFpr) ?? null;
}
