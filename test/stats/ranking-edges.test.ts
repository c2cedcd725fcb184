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
import { perfect, constant, onlyPositives, onlyNegatives } from "./ranking-by-hand.js";

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
