import { brierScore } from "./brier-score.js";
import { compensatedSum } from "./compensated-sum.js";
import type { ScoreTable } from "./types.js";

/**
 * Brier score over many classes: mean squared distance between all class probabilities and the outcome, summed.
 *
 * @param tables - one per class with its own scores in [0, 1], its cases as positives; every case stands in each
 * @returns a number in [0, 2], 0 is best; `null` without classes or cases. It is Brier's own definition: for two
 *   classes twice the number that brierScore gives
 * @throws RangeError `Unexpected score 1.2, expected 0 <= score <= 1`
 * @see Brier 1950, Mon. Weather Rev. 78:1
 * @example
 * multiclassBrier([[{ score: 0.2, positives: 0, negatives: 1 }, { score: 0.9, positives: 1, negatives: 0 }], [{ score: 0.1, positives: 0, negatives: 1 }, { score: 0.8, positives: 1, negatives: 0 }]]) // 0.05
 */
export function multiclassBrier(tables: readonly ScoreTable[]): number | null {
  const parts = tables.map((table) => brierScore(table));
  const known = parts.filter((part) => part !== null);
  return known.length === 0 || known.length < parts.length ? null : compensatedSum(known);
}
