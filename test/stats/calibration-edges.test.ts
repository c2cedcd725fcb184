import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brierInterval } from "../../src/stats/brier-interval.js";
import { brierScore } from "../../src/stats/brier-score.js";
import { brierSkill } from "../../src/stats/brier-skill.js";
import { calibrationBins } from "../../src/stats/calibration-bins.js";
import { calibrationRegression } from "../../src/stats/calibration-regression.js";
import { equalWidthBin } from "../../src/stats/equal-width-bin.js";
import { expectedCalibrationError } from "../../src/stats/expected-calibration-error.js";
import { hosmerLemeshow } from "../../src/stats/hosmer-lemeshow.js";
import { logLoss } from "../../src/stats/log-loss.js";
import { logistic } from "../../src/stats/logistic.js";
import { logit } from "../../src/stats/logit.js";
import { maximumCalibrationError } from "../../src/stats/maximum-calibration-error.js";
import { mergeScoreTables } from "../../src/stats/merge-score-tables.js";
import { murphyDecomposition } from "../../src/stats/murphy-decomposition.js";
import { observedExpected } from "../../src/stats/observed-expected.js";
import { scoreTable } from "../../src/stats/score-table.js";
import { spiegelhalterZ } from "../../src/stats/spiegelhalter-z.js";
import type { ScoreTable } from "../../src/stats/types.js";

const rowsOf = (minLength: number) =>
  fc.array(fc.record({ score: fc.integer({ min: 0, max: 20 }).map((s) => s / 20), positive: fc.boolean() }), {
    minLength,
    maxLength: 40,
  });

const certain: ScoreTable = [
  { score: 0, positives: 0, negatives: 6 },
  { score: 1, positives: 4, negatives: 0 },
];
const constant: ScoreTable = [{ score: 0.3, positives: 3, negatives: 7 }];

describe("bins", () => {
  it("hold the scores (low, high] of decimal edges, 0 in the first", () => {
    for (const bins of [1, 5, 7, 10, 15, 20, 100, 1000]) {
      expect(equalWidthBin(0, bins)).toBe(0);
      expect(equalWidthBin(1, bins)).toBe(bins - 1);
      for (let k = 1; k <= bins; k += 1) {
        expect(equalWidthBin(k / bins, bins)).toBe(k - 1);
        // The next double above the edge, whose product with bins may round back onto the edge.
        const above = (k / bins) * (1 + Number.EPSILON);
        if (k < bins) expect(equalWidthBin(above, bins)).toBe(k);
      }
    }
    // Where score times bins rounds to the wrong side: 0.07 100 is 7.000000000000001, 0.29 100 is 28.999999999999996.
    expect(equalWidthBin(0.07, 100)).toBe(6);
    expect(equalWidthBin(0.29, 100)).toBe(28);
    expect(equalWidthBin(0.58, 100)).toBe(57);
  });
  it("keep every case, in equal numbers for mass, with edges that enclose the mean", () => {
    fc.assert(
      fc.property(rowsOf(0), fc.integer({ min: 1, max: 12 }), (rows, count) => {
        const table = scoreTable(rows);
        for (const mode of ["width", "mass"] as const) {
          const bins = calibrationBins(table, count, mode);
          expect(bins.reduce((sum, bin) => sum + bin.n, 0)).toBe(rows.length);
          expect(bins.reduce((sum, bin) => sum + bin.positives, 0)).toBe(
            rows.filter((r) => r.positive).length,
          );
          for (const { low, high, n, positives, meanScore } of bins) {
            expect(positives >= 0 && positives <= n).toBe(true);
            if (meanScore === null) expect(n).toBe(0);
            else expect(low - 1e-12 <= meanScore && meanScore <= high + 1e-12).toBe(true);
          }
        }
        const sizes = calibrationBins(table, count, "mass").map((bin) => bin.n);
        const expected = Array.from(
          { length: count },
          (_, i) => Math.floor(rows.length / count) + (i < rows.length % count ? 1 : 0),
        );
        expect(sizes).toEqual(expected.filter((n) => n > 0));
      }),
    );
  });
  it("cut a tie with its positives spread evenly", () => {
    const bins = calibrationBins([{ score: 0.3, positives: 5, negatives: 5 }], 4, "mass");
    expect(bins.map(({ n, positives }) => [n, positives])).toEqual([
      [3, 2],
      [3, 1],
      [2, 1],
      [2, 1],
    ]);
  });
  it("distinct scores are cut as numpy.array_split cuts rows", () => {
    const table = scoreTable(
      Array.from({ length: 11 }, (_, i) => ({ score: i / 20, positive: i % 3 === 0 })),
    );
    const bins = calibrationBins(table, 4, "mass");
    expect(bins.map(({ low, high }) => [low, high])).toEqual([
      [0, 0.1],
      [0.15, 0.25],
      [0.3, 0.4],
      [0.45, 0.5],
    ]);
    expect(bins.map(({ positives }) => positives)).toEqual([1, 1, 1, 1]);
  });
  it("a bin without cases has no mean, and no part in the errors", () => {
    const bins = calibrationBins(certain, 3);
    expect(bins[1]).toEqual({ low: 1 / 3, high: 2 / 3, n: 0, positives: 0, meanScore: null });
    expect(expectedCalibrationError(bins)).toBe(0);
    expect(maximumCalibrationError(bins)).toBe(0);
    expect(expectedCalibrationError(calibrationBins([], 3))).toBeNull();
    expect(maximumCalibrationError([])).toBeNull();
  });
});

describe("identities", () => {
  it("the five parts add up to the Brier score", () => {
    fc.assert(
      fc.property(rowsOf(1), fc.integer({ min: 1, max: 15 }), (rows, bins) => {
        const table = scoreTable(rows);
        const parts = murphyDecomposition(table, bins);
        if (parts === null) throw new Error("null");
        const murphy = parts.reliability - parts.resolution + parts.uncertainty;
        expect(murphy + parts.withinBinVariance - parts.withinBinCovariance).toBeCloseTo(
          brierScore(table) ?? NaN,
          12,
        );
      }),
    );
  });
  it("merging tables changes nothing", () => {
    const measures = (table: ScoreTable): unknown => [
      brierInterval(table),
      brierScore(table),
      logLoss(table),
      calibrationBins(table, 7),
      calibrationBins(table, 7, "mass"),
      murphyDecomposition(table, 7),
      calibrationRegression(table),
      observedExpected(table),
      spiegelhalterZ(table),
      hosmerLemeshow(table, 5),
    ];
    fc.assert(
      fc.property(rowsOf(0), rowsOf(0), (first, second) => {
        const merged = mergeScoreTables([scoreTable(first), [], scoreTable(second)]);
        expect(measures(merged)).toEqual(measures(scoreTable([...first, ...second])));
      }),
    );
  });
  it("recalibration undoes a known distortion: p with log-odds 2 x + 1 is fitted back", () => {
    // Cases in the exact proportion p, scored with log-odds x where p has 2 x + 1.
    const table = scoreTable(
      [-2, -1, 0, 1].flatMap((x) => {
        const positives = Math.round(1e5 * logistic(2 * x + 1));
        return Array.from({ length: 1e5 }, (_, i) => ({ score: logistic(x), positive: i < positives }));
      }),
    );
    const fit = calibrationRegression(table);
    expect(fit?.slope).toBeCloseTo(2, 3);
    expect(fit?.intercept).toBeCloseTo(1, 3);
  });
  it("logit and logistic undo each other and do not overflow", () => {
    for (const p of [1e-300, 1e-6, 0.3, 0.5, 0.999999]) expect(logistic(logit(p)) / p).toBeCloseTo(1, 12);
    expect([logistic(-800), logistic(800), logistic(-Infinity), logistic(Infinity)]).toEqual([0, 1, 0, 1]);
    expect(() => logit(0)).toThrow("Unexpected share 0, expected 0 < share < 1");
    expect(() => logit(1)).toThrow("Unexpected share 1, expected 0 < share < 1");
  });
  it("brierInterval holds the score and widens with the level", () => {
    fc.assert(
      fc.property(rowsOf(2), (rows) => {
        const table = scoreTable(rows);
        const value = brierScore(table) ?? NaN;
        const [inner, outer] = [brierInterval(table, 0.5), brierInterval(table, 0.99)];
        if (inner === null || outer === null) return;
        expect(0 <= outer.low && outer.low <= inner.low && inner.low <= value).toBe(true);
        expect(value <= inner.high && inner.high <= outer.high && outer.high <= 1).toBe(true);
      }),
    );
  });
});

describe("edges", () => {
  it("an empty table has no calibration", () => {
    expect(brierScore([])).toBeNull();
    expect(brierInterval([])).toBeNull();
    expect(brierSkill([])).toBeNull();
    expect(logLoss([])).toBeNull();
    expect(murphyDecomposition([], 10)).toBeNull();
    expect(calibrationRegression([])).toBeNull();
    expect(spiegelhalterZ([])).toBeNull();
    expect(hosmerLemeshow([], 10)).toBeNull();
    expect(observedExpected([])).toEqual({ observed: 0, expected: 0, ratio: null });
  });
  it("certain and right: Brier 0, no interval, no test", () => {
    expect(brierScore(certain)).toBe(0);
    expect(brierInterval(certain)).toBeNull();
    expect(brierSkill(certain)).toBe(1);
    expect(spiegelhalterZ(certain)).toBeNull();
    expect(hosmerLemeshow([{ score: 0, positives: 0, negatives: 9 }], 3)).toBeNull();
    expect(logLoss(certain)).toEqual({ value: expect.closeTo(0, 14) as number, clipped: 10 });
  });
  it("certain and wrong is finite and counted", () => {
    const wrong: ScoreTable = [{ score: 0, positives: 1, negatives: 3 }];
    expect(logLoss(wrong)?.value).toBeCloseTo(-Math.log(1e-15) / 4, 10);
    expect(logLoss(wrong)?.clipped).toBe(4);
    expect(observedExpected(wrong)).toEqual({ observed: 1, expected: 0, ratio: null });
  });
  it("one class, a constant score and separation leave the regression without a maximum", () => {
    expect(calibrationRegression([{ score: 0.2, positives: 3, negatives: 0 }])).toBeNull();
    expect(calibrationRegression(constant)).toBeNull();
    expect(calibrationRegression(certain)).toBeNull();
    const touching: ScoreTable = [
      { score: 0.2, positives: 0, negatives: 3 },
      { score: 0.5, positives: 2, negatives: 2 },
      { score: 0.8, positives: 3, negatives: 0 },
    ];
    expect(calibrationRegression(touching)).toBeNull();
    expect(brierSkill([{ score: 0.2, positives: 3, negatives: 0 }])).toBeNull();
  });
  it("the regression settles on scores at 0 and 1 and on lopsided classes", () => {
    const lopsided: ScoreTable = [
      { score: 0, positives: 1, negatives: 900_000 },
      { score: 0.001, positives: 30, negatives: 90_000 },
      { score: 1, positives: 3, negatives: 1 },
    ];
    const fit = calibrationRegression(lopsided);
    expect(fit?.slope).toBeGreaterThan(0);
    expect(Object.values(fit ?? { none: NaN }).every((value: number) => Number.isFinite(value))).toBe(true);
  });
  it("groups that expect nobody are merged, not divided by 0", () => {
    const table: ScoreTable = [
      { score: 0, positives: 0, negatives: 5 },
      { score: 0.4, positives: 2, negatives: 3 },
      { score: 0.6, positives: 3, negatives: 2 },
      { score: 1, positives: 5, negatives: 0 },
    ];
    const result = hosmerLemeshow(table, 4);
    expect(result).toMatchObject({ groups: 2, pDevelopment: null });
    expect(result?.chi2).toBeCloseTo(0, 12);
    expect(result?.pExternal).toBeCloseTo(1, 12);
  });
  it("rejects scores that are no probabilities, and no bins", () => {
    const wild: ScoreTable = [{ score: 1.2, positives: 1, negatives: 1 }];
    for (const f of [brierScore, logLoss, observedExpected, spiegelhalterZ, calibrationRegression]) {
      expect(() => f(wild)).toThrow("Unexpected score 1.2, expected 0 <= score <= 1");
    }
    expect(() => calibrationBins(constant, 0)).toThrow("Unexpected bins 0, expected an integer >= 1");
    expect(() => hosmerLemeshow(constant, 1.5)).toThrow("Unexpected groups 1.5, expected an integer >= 1");
  });
});
