import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { averagePrecisionInterval } from "../../src/stats/average-precision-interval.js";
import { averagePrecision } from "../../src/stats/average-precision.js";
import { clusteredAuc } from "../../src/stats/clustered-auc.js";
import { confusionAt } from "../../src/stats/confusion-at.js";
import { delongInterval } from "../../src/stats/delong-interval.js";
import { delongPaired } from "../../src/stats/delong-paired.js";
import { delongUnpaired } from "../../src/stats/delong-unpaired.js";
import { delongVariance } from "../../src/stats/delong-variance.js";
import { equalErrorRate } from "../../src/stats/equal-error-rate.js";
import { ksStatistic } from "../../src/stats/ks-statistic.js";
import { mergeScoreTables } from "../../src/stats/merge-score-tables.js";
import { partialAuc } from "../../src/stats/partial-auc.js";
import { prAucTrapezoid } from "../../src/stats/pr-auc-trapezoid.js";
import { prCurve } from "../../src/stats/pr-curve.js";
import { rocAuc } from "../../src/stats/roc-auc.js";
import { rocCurve } from "../../src/stats/roc-curve.js";
import { scoreTable } from "../../src/stats/score-table.js";
import { tprAtFpr } from "../../src/stats/tpr-at-fpr.js";
import type { ScoreTable } from "../../src/stats/types.js";
import { youdenThreshold } from "../../src/stats/youden-threshold.js";

interface Row {
  score: number;
  positive: boolean;
}

/** Few distinct scores, so that ties are common. */
const rowsOf = (minLength: number) =>
  fc.array(fc.record({ score: fc.integer({ min: -4, max: 4 }).map((s) => s / 4), positive: fc.boolean() }), {
    minLength,
    maxLength: 25,
  });

const perfect = scoreTable([1, 2, 3, 4, 5, 6].map((score) => ({ score, positive: score > 3 })));
const constant: ScoreTable = [{ score: 0.4, positives: 3, negatives: 5 }];
const onlyPositives: ScoreTable = [{ score: 0.4, positives: 3, negatives: 0 }];
const onlyNegatives: ScoreTable = [{ score: 0.4, positives: 0, negatives: 3 }];

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

describe("edges", () => {
  it("one class, or no case at all, has no ranking", () => {
    for (const table of [[], onlyPositives, onlyNegatives]) {
      expect(rocAuc(table)).toBeNull();
      expect(delongVariance(table)).toBeNull();
      expect(delongInterval(table)).toBeNull();
      expect(clusteredAuc([table])).toBeNull();
      expect(rocCurve(table)).toBeNull();
      expect(partialAuc(table, { specificityLow: 0.9 })).toBeNull();
      expect(youdenThreshold(table)).toBeNull();
      expect(ksStatistic(table)).toBeNull();
      expect(equalErrorRate(table)).toBeNull();
      expect(tprAtFpr(table, 0.1)).toBeNull();
      expect(delongUnpaired(table, perfect)).toBeNull();
    }
    expect(delongPaired([])).toBeNull();
    expect(clusteredAuc([])).toBeNull();
  });
  it("precision needs positives only", () => {
    expect(averagePrecision(onlyPositives)).toBe(1);
    expect(averagePrecision(onlyNegatives)).toBeNull();
    expect(prCurve([])).toBeNull();
    expect(prAucTrapezoid(onlyNegatives)).toBeNull();
  });
  it("perfect separation has no DeLong interval and says why, in both directions", () => {
    expect(delongVariance(perfect)?.variance).toBe(0);
    expect(delongInterval(perfect)).toEqual({ auc: 1, interval: null, reason: "perfect-separation" });
    const reversed = scoreTable([1, 2, 3, 4, 5, 6].map((score) => ({ score, positive: score < 4 })));
    expect(delongInterval(reversed)).toEqual({ auc: 0, interval: null, reason: "perfect-separation" });
    expect(clusteredAuc([perfect, perfect])).toEqual({ auc: 1, variance: 0, interval: null });
    expect(averagePrecision(perfect)).toBe(1);
    expect(averagePrecisionInterval(1, 3)).toBeNull();
    expect(equalErrorRate(perfect)).toBe(0);
    expect(youdenThreshold(perfect)).toMatchObject({ threshold: 4, j: 1 });
    expect(youdenThreshold(reversed)).toMatchObject({ threshold: null, j: 0 });
    expect(delongUnpaired(perfect, perfect)).toBeNull();
    expect(partialAuc(perfect, { specificityLow: 0.9 })?.mcclish).toBeCloseTo(1, 12);
  });
  it("all ties give one half, without an interval", () => {
    expect(rocAuc(constant)).toBe(0.5);
    expect(delongInterval(constant)).toEqual({ auc: 0.5, interval: null, reason: "constant-score" });
    expect(equalErrorRate(constant)).toBe(0.5);
    expect(averagePrecision(constant)).toBe(3 / 8);
    expect(ksStatistic(constant)).toBe(0);
  });
  it("a single positive has an AUC but no variance", () => {
    const table: ScoreTable = [
      { score: 1, positives: 0, negatives: 2 },
      { score: 2, positives: 1, negatives: 1 },
    ];
    expect(delongVariance(table)).toBeNull();
    expect(delongInterval(table)).toMatchObject({ interval: null, reason: "too-few-cases" });
    expect(clusteredAuc([table])).toMatchObject({ variance: null, interval: null });
  });
  it("two models that rank alike differ by 0 without a test", () => {
    const rows = [1, 2, 3, 4].map((a) => ({ a, b: a * 10, positive: a === 2 || a === 4 }));
    expect(delongPaired(rows)).toMatchObject({ difference: 0, z: null, p: null, interval: null });
  });
  it("no threshold keeps an impossible bound: nothing is flagged", () => {
    const table: ScoreTable = [{ score: 1, positives: 1, negatives: 2 }];
    expect(tprAtFpr(table, 0.1)).toEqual({ threshold: null, tpr: 0, fpr: 0, tp: 0, fp: 0 });
    expect(tprAtFpr(table, 1)?.tpr).toBe(1);
  });
  it("Obuchowski's variance with subjects of both classes, by hand", () => {
    // Deviations from AUC 17/24: positives -3/8 (one at 1) and 1/8 (three at 2); negatives 1/6 (two at 1), -1/3.
    // Subjects: (0, 1/3), (-1/4, 0), (1/4, -1/3); factors 2/1, 2/1, 3/2; 4 positives, 3 negatives.
    const subjects: ScoreTable[] = [
      [{ score: 1, positives: 0, negatives: 2 }],
      [
        { score: 1, positives: 1, negatives: 0 },
        { score: 2, positives: 1, negatives: 0 },
      ],
      [{ score: 2, positives: 2, negatives: 1 }],
    ];
    const ofPositives = (2 * (1 / 16 + 1 / 16)) / 16;
    const ofNegatives = (2 * (1 / 9 + 1 / 9)) / 9;
    const cross = (2 * (3 / 2) * (-1 / 12)) / 12;
    const result = clusteredAuc(subjects);
    expect(result?.auc).toBeCloseTo(17 / 24, 12);
    expect(result?.variance).toBeCloseTo(ofPositives + ofNegatives + cross, 12);
  });
  it("clusters that repeat their own cases widen the interval", () => {
    const people = Array.from({ length: 12 }, (_, i) => ({ score: (i * 7) % 12, positive: i % 2 === 0 }));
    const fourTimes = people.map((row) => scoreTable([row, row, row, row]));
    const clustered = clusteredAuc(fourTimes);
    const naive = delongVariance(mergeScoreTables(fourTimes));
    expect((clustered?.variance ?? 0) / (naive?.variance ?? 1)).toBeGreaterThan(3.5);
  });
  it("averagePrecisionInterval is null without positives and at the ends", () => {
    expect(averagePrecisionInterval(0, 5)).toBeNull();
    expect(averagePrecisionInterval(0.5, 0)).toBeNull();
    expect(() => averagePrecisionInterval(1.2, 5)).toThrow("Unexpected value 1.2, expected 0 <= value <= 1");
    expect(() => averagePrecisionInterval(0.5, NaN)).toThrow(RangeError);
  });
  it("a malformed table is rejected with its place", () => {
    const descending = [
      { score: 2, positives: 1, negatives: 1 },
      { score: 1, positives: 1, negatives: 1 },
    ];
    expect(() => rocAuc(descending)).toThrow(
      "Unexpected score 1 after 2, expected distinct scores ascending",
    );
    expect(() => rocAuc([{ score: NaN, positives: 1, negatives: 1 }])).toThrow("Unexpected score NaN");
    expect(() => rocAuc([{ score: 1, positives: -1, negatives: 1 }])).toThrow(
      "Unexpected count -1 at score 1",
    );
    expect(() => rocAuc([{ score: 1, positives: 1, negatives: 0.5 }])).toThrow(RangeError);
    expect(() => scoreTable([{ score: Infinity, positive: true }])).toThrow("Unexpected score Infinity");
    expect(() => confusionAt(constant, NaN)).toThrow("Unexpected threshold NaN, expected a number");
    expect(() => tprAtFpr(constant, 2)).toThrow("Unexpected maxFpr 2, expected 0 <= maxFpr <= 1");
    expect(() => partialAuc(constant, { specificityLow: 1 })).toThrow("Unexpected specificityLow 1");
    expect(confusionAt([], 0.5)).toEqual({ tp: 0, fn: 0, fp: 0, tn: 0 });
  });
  it("a million distinct scores take no quadratic time", () => {
    const table = Array.from({ length: 1_000_000 }, (_, i) => ({
      score: i,
      positives: (i * 7919) % 3 === 0 ? 1 : 0,
      negatives: (i * 7919) % 3 === 0 ? 0 : 1,
    }));
    expect(delongInterval(table)?.auc).toBeCloseTo(0.5, 3);
  });
});

function expectNear(value: number | null): unknown {
  return value === null ? null : expect.closeTo(value, 12);
}

function mannWhitney(rows: readonly Row[]): number | null {
  const positives = rows.filter((row) => row.positive);
  const negatives = rows.filter((row) => !row.positive);
  if (positives.length === 0 || negatives.length === 0) return null;
  const wins = positives.flatMap((p) => negatives.map((n) => win(p.score, n.score)));
  return mean(wins);
}

function placementVariance(rows: readonly Row[]): number | null {
  const positives = rows.filter((row) => row.positive);
  const negatives = rows.filter((row) => !row.positive);
  if (positives.length < 2 || negatives.length < 2) return null;
  const ofPositives = positives.map((p) => mean(negatives.map((n) => win(p.score, n.score))));
  const ofNegatives = negatives.map((n) => mean(positives.map((p) => win(p.score, n.score))));
  return sampleVariance(ofPositives) / positives.length + sampleVariance(ofNegatives) / negatives.length;
}

function win(positive: number, negative: number): number {
  return positive > negative ? 1 : positive === negative ? 0.5 : 0;
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

function sampleVariance(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}
