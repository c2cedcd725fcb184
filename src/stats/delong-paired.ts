import { compensatedSum } from "./compensated-sum.js";
import { normalCriticalValue } from "./normal-critical-value.js";
import { normalUpperTail } from "./normal-upper-tail.js";
import { placementValues } from "./placement-values.js";
import { scoreTable } from "./score-table.js";
import type { Bounds } from "./types.js";

/** A case scored by two models. */
export interface PairedScore {
  readonly a: number;
  readonly b: number;
  readonly positive: boolean;
}

/** Two AUCs on the same cases. z, p and interval are null where the difference has no variance. */
export interface PairedAuc {
  readonly aucA: number;
  readonly aucB: number;
  readonly difference: number;
  readonly covariance: number;
  readonly z: number | null;
  readonly p: number | null;
  readonly interval: Bounds | null;
}

/**
 * DeLong's test of two correlated AUCs: two models scored on the same cases.
 *
 * @param rows - one case each with both scores, any order; higher means "more likely positive" for both
 * @param level - coverage of the interval of the difference, a fraction in (0, 1); defaults to 0.95
 * @returns both AUCs, a minus b in [-1, 1], the covariance of the two, z with its two-sided p, and the normal
 *   interval of the difference clipped to [-1, 1]; `null` with fewer than two cases of either class
 * @throws RangeError for a score that is not finite
 * @see DeLong, DeLong & Clarke-Pearson 1988, Biometrics 44:837
 * @example
 * delongPaired([{ a: 0.9, b: 0.8, positive: true }, { a: 0.6, b: 0.3, positive: true }, { a: 0.7, b: 0.4, positive: false }, { a: 0.2, b: 0.1, positive: false }]) // { aucA: 0.75, aucB: 0.75, difference: 0, covariance: 0.125, z: null, p: null, interval: null }
 */
export function delongPaired(rows: readonly PairedScore[], level = 0.95): PairedAuc | null {
  const critical = normalCriticalValue(level);
  const a = placed(rows.map(({ a: score, positive }) => ({ score, positive })));
  const b = placed(rows.map(({ b: score, positive }) => ({ score, positive })));
  if (a === null || b === null) return null;

  const covariance = meanCovariance(a.positives, b.positives) + meanCovariance(a.negatives, b.negatives);
  const spread = {
    positives: a.positives.map((value, i) => value - (b.positives[i] ?? 0)),
    negatives: a.negatives.map((value, i) => value - (b.negatives[i] ?? 0)),
  };
  const variance =
    meanCovariance(spread.positives, spread.positives) + meanCovariance(spread.negatives, spread.negatives);
  const difference = a.auc - b.auc;
  const estimate = { aucA: a.auc, aucB: b.auc, difference, covariance };
  // Two models that rank every case alike leave only rounding noise here.
  if (variance < 1e-24) return { ...estimate, z: null, p: null, interval: null };

  const z = difference / Math.sqrt(variance);
  const half = critical * Math.sqrt(variance);
  const interval = { low: Math.max(-1, difference - half), high: Math.min(1, difference + half) };
  return { ...estimate, z, p: 2 * normalUpperTail(Math.abs(z)), interval };
}

/** AUC and the deviation of every case's placement from it, in the order of the rows. */
function placed(rows: readonly { readonly score: number; readonly positive: boolean }[]): {
  readonly auc: number;
  readonly positives: number[];
  readonly negatives: number[];
} | null {
  const placements = placementValues(scoreTable(rows));
  if (placements === null || placements.positives < 2 || placements.negatives < 2) return null;

  const { auc, groups } = placements;
  const byScore = new Map(groups.map((group) => [group.score, group]));
  const positives: number[] = [];
  const negatives: number[] = [];
  for (const { score, positive } of rows) {
    const group = byScore.get(score);
    if (positive) positives.push((group?.ofPositive ?? auc) - auc);
    else negatives.push((group?.ofNegative ?? auc) - auc);
  }
  return { auc, positives, negatives };
}

/** Covariance of the means of two columns of deviations. */
function meanCovariance(a: readonly number[], b: readonly number[]): number {
  const products = compensatedSum(a.map((value, i) => value * (b[i] ?? 0)));
  return products / ((a.length - 1) * a.length);
}
