import fc from "fast-check";
import { expect } from "vitest";
import { scoreTable } from "../../src/stats/score-table.js";
import type { ScoreTable } from "../../src/stats/types.js";

/* Tables of scores at the edges, and the area under the curve counted pair by pair. */

export interface Row {
  score: number;
  positive: boolean;
}

/** Few distinct scores, so that ties are common. */
export const rowsOf = (minLength: number) =>
  fc.array(fc.record({ score: fc.integer({ min: -4, max: 4 }).map((s) => s / 4), positive: fc.boolean() }), {
    minLength,
    maxLength: 25,
  });

export const perfect = scoreTable([1, 2, 3, 4, 5, 6].map((score) => ({ score, positive: score > 3 })));

export const constant: ScoreTable = [{ score: 0.4, positives: 3, negatives: 5 }];

export const onlyPositives: ScoreTable = [{ score: 0.4, positives: 3, negatives: 0 }];

export const onlyNegatives: ScoreTable = [{ score: 0.4, positives: 0, negatives: 3 }];

export function expectNear(value: number | null): unknown {
  return value === null ? null : expect.closeTo(value, 12);
}

export function mannWhitney(rows: readonly Row[]): number | null {
  const positives = rows.filter((row) => row.positive);
  const negatives = rows.filter((row) => !row.positive);
  if (positives.length === 0 || negatives.length === 0) return null;
  const wins = positives.flatMap((p) => negatives.map((n) => win(p.score, n.score)));
  return mean(wins);
}

export function placementVariance(rows: readonly Row[]): number | null {
  const positives = rows.filter((row) => row.positive);
  const negatives = rows.filter((row) => !row.positive);
  if (positives.length < 2 || negatives.length < 2) return null;
  const ofPositives = positives.map((p) => mean(negatives.map((n) => win(p.score, n.score))));
  const ofNegatives = negatives.map((n) => mean(positives.map((p) => win(p.score, n.score))));
  return sampleVariance(ofPositives) / positives.length + sampleVariance(ofNegatives) / negatives.length;
}

export function win(positive: number, negative: number): number {
  return positive > negative ? 1 : positive === negative ? 0.5 : 0;
}

export function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

export function sampleVariance(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}
