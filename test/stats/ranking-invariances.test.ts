import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { averagePrecision } from "../../src/stats/average-precision.js";
import { clusteredAuc } from "../../src/stats/clustered-auc.js";
import { confusionAt } from "../../src/stats/confusion-at.js";
import { delongInterval } from "../../src/stats/delong-interval.js";
import { delongPaired } from "../../src/stats/delong-paired.js";
import { delongVariance } from "../../src/stats/delong-variance.js";
import { equalErrorRate } from "../../src/stats/equal-error-rate.js";
import { ksStatistic } from "../../src/stats/ks-statistic.js";
import { mergeScoreTables } from "../../src/stats/merge-score-tables.js";
import { partialAuc } from "../../src/stats/partial-auc.js";
import { rocAuc } from "../../src/stats/roc-auc.js";
import { rocCurve } from "../../src/stats/roc-curve.js";
import { scoreTable } from "../../src/stats/score-table.js";
import { tprAtFpr } from "../../src/stats/tpr-at-fpr.js";
import type { ScoreTable } from "../../src/stats/types.js";
import { youdenThreshold } from "../../src/stats/youden-threshold.js";
import { rowsOf, expectNear, mannWhitney, placementVariance } from "./ranking-by-hand.js";

describe("brute force", () => {
  it("rocAuc is the share of pairs won, ties half", () => {
    fc.assert(
      fc.property(rowsOf(0), (rows) => {
        expect(rocAuc(scoreTable(rows))).toEqual(expectNear(mannWhitney(rows)));
      }),
    );
  });
  it("delongVariance is the variance of placements counted pair by pair", () => {
    fc.assert(
      fc.property(rowsOf(4), (rows) => {
        const expected = placementVariance(rows);
        const actual = delongVariance(scoreTable(rows))?.variance;
        if (expected === null) expect(actual).toBeUndefined();
        else expect(actual).toBeCloseTo(expected, 12);
      }),
    );
  });
  it("delongPaired on swapped models negates, and agrees with single variances", () => {
    const pair = fc.record({
      a: fc.integer({ max: 5, min: 0 }),
      b: fc.integer({ max: 5, min: 0 }),
      positive: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(pair, { minLength: 6, maxLength: 30 }), (rows) => {
        const result = delongPaired(rows);
        const swapped = delongPaired(rows.map(({ a, b, positive }) => ({ a: b, b: a, positive })));
        if (result === null || swapped === null) return;
        const [a, b] = [
          delongVariance(scoreTable(rows.map(({ a: score, positive }) => ({ score, positive })))),
          delongVariance(scoreTable(rows.map(({ b: score, positive }) => ({ score, positive })))),
        ];
        expect(swapped.difference).toBeCloseTo(-result.difference, 12);
        expect(swapped.covariance).toBeCloseTo(result.covariance, 12);
        if (result.z === null) return;
        const variance = (a?.variance ?? NaN) + (b?.variance ?? NaN) - 2 * result.covariance;
        expect((result.difference / result.z) ** 2 || variance).toBeCloseTo(variance, 10);
        expect(swapped.z).toBeCloseTo(-result.z, 8);
      }),
    );
  });
});

describe("invariances", () => {
  const measures = (table: ScoreTable): unknown => [
    rocAuc(table),
    delongVariance(table)?.variance,
    averagePrecision(table),
    ksStatistic(table),
    equalErrorRate(table),
    tprAtFpr(table, 0.3),
    youdenThreshold(table),
    partialAuc(table, { specificityLow: 0.7 }),
    rocCurve(table),
  ];
  it("merging the tables of two halves gives the table of the whole; empty groups change nothing", () => {
    fc.assert(
      fc.property(rowsOf(0), rowsOf(0), (first, second) => {
        const whole = scoreTable([...first, ...second]);
        expect(mergeScoreTables([scoreTable(first), scoreTable(second)])).toEqual(whole);
        const padded = [
          { score: -9, positives: 0, negatives: 0 },
          ...whole,
          { score: 9, positives: 0, negatives: 0 },
        ];
        expect(measures(padded)).toEqual(measures(whole));
      }),
    );
  });
  it("negated scores give 1 - AUC with the same variance", () => {
    fc.assert(
      fc.property(rowsOf(4), (rows) => {
        const table = delongVariance(scoreTable(rows));
        const negated = delongVariance(scoreTable(rows.map((row) => ({ ...row, score: -row.score }))));
        if (table === null || negated === null) return;
        expect(negated.auc).toBeCloseTo(1 - table.auc, 12);
        expect(negated.variance).toBeCloseTo(table.variance, 12);
      }),
    );
  });
  it("one row per subject makes clusteredAuc DeLong; doubling every row doubles its variance only there", () => {
    fc.assert(
      fc.property(rowsOf(6), (rows) => {
        const single = clusteredAuc(rows.map((row) => scoreTable([row])));
        const doubled = clusteredAuc(rows.map((row) => scoreTable([row, row])));
        const delong = delongVariance(scoreTable(rows));
        if (delong === null) return;
        expect(single?.variance).toBeCloseTo(delong.variance, 12);
        expect(doubled?.auc).toBeCloseTo(delong.auc, 12);
        expect(doubled?.variance).toBeCloseTo(delong.variance, 12);
      }),
    );
  });
  it("intervals hold their estimate and widen with the level", () => {
    fc.assert(
      fc.property(rowsOf(6), (rows) => {
        const [inner, outer] = [
          delongInterval(scoreTable(rows), 0.8),
          delongInterval(scoreTable(rows), 0.99),
        ];
        if (!inner?.interval || !outer?.interval) return;
        expect(inner.interval.low).toBeLessThanOrEqual(inner.auc);
        expect(inner.interval.high).toBeGreaterThanOrEqual(inner.auc);
        expect(outer.interval.low).toBeLessThanOrEqual(inner.interval.low);
        expect(outer.interval.high).toBeGreaterThanOrEqual(inner.interval.high);
      }),
    );
  });
  it("the area over all specificities is the AUC, and its McClish value too", () => {
    fc.assert(
      fc.property(rowsOf(2), (rows) => {
        const table = scoreTable(rows);
        const whole = partialAuc(table, { specificityLow: 0 });
        expect(whole?.raw ?? null).toEqual(expectNear(rocAuc(table)));
        expect(whole?.mcclish ?? null).toEqual(expectNear(rocAuc(table)));
      }),
    );
  });
  it("confusionAt at a curve's threshold gives the curve's counts, and the directions partition", () => {
    fc.assert(
      fc.property(rowsOf(2), (rows) => {
        const table = scoreTable(rows);
        for (const { threshold, tp, fp } of rocCurve(table) ?? []) {
          if (threshold === null) continue;
          expect(confusionAt(table, threshold)).toMatchObject({ tp, fp });
          expect(confusionAt(table, threshold, "below")).toMatchObject({ fn: tp, tn: fp });
        }
      }),
    );
  });
});
