import type { Distribution } from "../model/assessment.js";

/** What a threshold gives: counts of the test, and both rates as fractions in [0, 1]. */
export interface PrecisionRecallPoint {
  /** Null between two thresholds, where only a mixture of both gets. */
  readonly threshold: number | null;
  readonly tp: number;
  readonly fp: number;
  readonly recall: number;
  /** Share of the flagged that is right, at the base rate. */
  readonly precision: number;
}

/** Fewest flagged cases of the test at which a share of them is told. */
export const fewestFlagged = 30;

/**
 * Every threshold from strict to lenient at which enough cases are flagged, with the points between two that lie apart.
 *
 * Precision is not a straight line between two thresholds: mixing them moves true and false positives evenly, and the
 * share of the flagged follows from those (Davis & Goadrich 2006, ICML 23:233).
 *
 * @param baseRate - share of positives where the model is used; null for that of the test
 */
export function precisionRecallPoints(
  { edges, positive, negative }: Distribution,
  baseRate: number | null,
): PrecisionRecallPoint[] {
  const [p, n] = [positive, negative].map((counts) => counts.reduce((sum, count) => sum + count, 0));
  if (!p || !n) return [];
  const rate = baseRate ?? p / (p + n);
  const at = (tp: number, fp: number, threshold: number | null): PrecisionRecallPoint => {
    const [right, wrong] = [(rate * tp) / p, ((1 - rate) * fp) / n];
    return { threshold, tp, fp, recall: tp / p, precision: right / (right + wrong) };
  };
  const points: PrecisionRecallPoint[] = [];
  let [tp, fp] = [0, 0];
  for (let bin = edges.length - 1; bin >= 0; bin -= 1) {
    tp += positive[bin] ?? 0;
    fp += negative[bin] ?? 0;
    if (tp + fp < fewestFlagged) continue;
    const known = points.at(-1);
    if (known !== undefined) points.push(...between(known, tp, fp, at));
    points.push(at(tp, fp, edges[bin] ?? 0));
  }
  return points;
}

/** Steps of one in fifty of the positives or of the flagged are finer than the picture. */
function between(
  { tp, fp }: PrecisionRecallPoint,
  nextTp: number,
  nextFp: number,
  at: (tp: number, fp: number, threshold: null) => PrecisionRecallPoint,
): PrecisionRecallPoint[] {
  const [from, to] = [at(tp, fp, null), at(nextTp, nextFp, null)];
  const apart = Math.max(Math.abs(to.recall - from.recall), Math.abs(to.precision - from.precision));
  const steps = Math.min(40, Math.ceil(apart / 0.02));
  return Array.from({ length: Math.max(0, steps - 1) }, (_, index) => {
    const share = (index + 1) / steps;
    return at(tp + share * (nextTp - tp), fp + share * (nextFp - fp), null);
  });
}
