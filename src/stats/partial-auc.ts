import { rocCurve } from "./roc-curve.js";
import type { RocPoint } from "./roc-curve.js";
import type { ScoreTable } from "./types.js";

/**
 * Area under the ROC curve where specificity is high, raw and standardised after McClish.
 *
 * @param table - distinct scores ascending with counts; a higher score means "more likely positive"
 * @param region - `specificityLow`: the area runs from this specificity, a fraction in [0, 1), to 1
 * @returns `raw`, the trapezoid area, in [0, 1 - specificityLow]; `mcclish`, rescaled so that 0.5 is chance and 1
 *   the best possible (below 0 only for a curve far under the diagonal). `null` unless both classes are present
 * @throws RangeError `Unexpected specificityLow 1, expected 0 <= specificityLow < 1`
 * @see McClish 1989, Med. Decis. Making 9:190
 * @example
 * partialAuc([{ score: 1, positives: 1, negatives: 4 }, { score: 2, positives: 4, negatives: 1 }], { specificityLow: 0.9 }) // { raw: 0.02, mcclish: 0.5789 }
 */
export function partialAuc(
  table: ScoreTable,
  { specificityLow }: { readonly specificityLow: number },
): { readonly raw: number; readonly mcclish: number } | null {
  if (!(specificityLow >= 0 && specificityLow < 1)) {
    throw new RangeError(`Unexpected specificityLow ${specificityLow}, expected 0 <= specificityLow < 1`);
  }
  const points = rocCurve(table);
  if (points === null) return null;

  const width = 1 - specificityLow;
  const raw = areaUpTo(width, points);
  const chance = (width * width) / 2;
  return { raw, mcclish: (1 + (raw - chance) / (width - chance)) / 2 };
}

/** Trapezoid area from a false positive rate of 0 to the limit, interpolating where the limit cuts a segment. */
function areaUpTo(limit: number, points: readonly RocPoint[]): number {
  let area = 0;
  let from = { fpr: 0, tpr: 0 };
  for (const to of points) {
    const end = Math.min(to.fpr, limit);
    const tpr =
      to.fpr > from.fpr ? from.tpr + ((to.tpr - from.tpr) * (end - from.fpr)) / (to.fpr - from.fpr) : to.tpr;
    area += ((end - from.fpr) * (from.tpr + tpr)) / 2;
    if (to.fpr >= limit) break;
    from = to;
  }
  return area;
}
