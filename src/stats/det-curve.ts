import { normalQuantile } from "./normal-quantile.js";
import { rocCurve } from "./roc-curve.js";
import type { ScoreTable } from "./types.js";

/** One point of a DET curve. Rates are fractions in [0, 1]; a normal deviate is `null` at a rate of 0 or 1. */
export interface DetPoint {
  /** Lowest accepted score; `null` for the end at which nothing is accepted. */
  readonly threshold: number | null;
  readonly fmr: number;
  readonly fnmr: number;
  readonly falseMatches: number;
  readonly falseNonMatches: number;
  readonly fmrDeviate: number | null;
  readonly fnmrDeviate: number | null;
}

/**
 * Detection error trade-off curve: false non-match rate against false match rate, on normal-deviate axes.
 *
 * @param table - distinct scores ascending; positives are genuine comparisons, negatives impostor comparisons;
 *   accepted iff score >= threshold
 * @returns a point per distinct score by rising threshold, the last one accepting nothing; `null` unless both classes
 *   are present
 * @throws RangeError for a malformed table, as occupiedGroups
 * @see Martin et al. 1997, Eurospeech 4:1895
 * @example
 * detCurve([{ score: 1, positives: 1, negatives: 4 }, { score: 2, positives: 4, negatives: 1 }])?.[1] // { threshold: 2, fmr: 0.2, fnmr: 0.2, falseMatches: 1, falseNonMatches: 1, fmrDeviate: -0.8416, fnmrDeviate: -0.8416 }
 */
export function detCurve(table: ScoreTable): readonly DetPoint[] | null {
  const points = rocCurve(table);
  if (points === null) return null;

  const genuine = points.at(-1)?.tp ?? 0;
  return points.toReversed().map(({ threshold, fpr, tp, fp }) => {
    const falseNonMatches = genuine - tp;
    const fnmr = falseNonMatches / genuine;
    return {
      threshold,
      fmr: fpr,
      fnmr,
      falseMatches: fp,
      falseNonMatches,
      fmrDeviate: deviate(fpr),
      fnmrDeviate: deviate(fnmr),
    };
  });
}

function deviate(rate: number): number | null {
  return rate > 0 && rate < 1 ? normalQuantile(rate) : null;
}
