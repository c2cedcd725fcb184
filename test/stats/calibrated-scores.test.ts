import { describe, expect, it } from "vitest";
import { calibratedBinCount } from "../../src/stats/calibrated-bin-count.js";
import { calibrationBins } from "../../src/stats/calibration-bins.js";
import { consistencyBars } from "../../src/stats/consistency-bars.js";
import { eceUnderCalibration } from "../../src/stats/ece-under-calibration.js";
import { expectedCalibrationError } from "../../src/stats/expected-calibration-error.js";
import { poissonBinomial } from "../../src/stats/poisson-binomial.js";
import { seededRandom } from "../../src/stats/random.js";
import type { ScoreTable } from "../../src/stats/types.js";
import { expectClose } from "./expect-close.js";

/** Distinct scores spread like a U, as many cases at each as `per`. */
function spread(steps: number, per: number): ScoreTable {
  return Array.from({ length: steps }, (_, index) => ({
    score: ((index + 0.5) / steps) ** 2,
    positives: per,
    negatives: 0,
  }));
}

/** The same table with outcomes drawn case by case: the definition of perfect calibration. */
function drawn(table: ScoreTable, random: () => number): ScoreTable {
  return table.map(({ score, positives, negatives }) => {
    const n = positives + negatives;
    let hits = 0;
    for (let one = 0; one < n; one += 1) if (random() < score) hits += 1;
    return { score, positives: hits, negatives: n - hits };
  });
}

const tests = 4_000;

describe("eceUnderCalibration against outcomes drawn case by case", () => {
  it.each([
    ["60 cases, every bin exact", spread(60, 1)],
    ["2,400 cases, most bins normal", spread(80, 30)],
  ])("%s: mean within 4 standard errors, range to 2 of 100 of coverage", (_, table) => {
    const random = seededRandom(20);
    const values = Array.from(
      { length: tests },
      () => expectedCalibrationError(calibrationBins(drawn(table, random), 10)) ?? NaN,
    );
    const mean = values.reduce((sum, value) => sum + value, 0) / tests;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (tests - 1);
    const found = eceUnderCalibration(table, 10, { replicates: 20_000 });
    // The normal distribution may be off by up to 1 % of the mean where the standard deviation is 3.
    expect(Math.abs((found?.mean ?? 0) - mean)).toBeLessThan(4 * Math.sqrt(variance / tests) + 0.003 * mean);
    const inside = values.filter((v) => v >= (found?.low ?? 1) && v <= (found?.high ?? 0)).length / tests;
    expect(inside).toBeGreaterThan(0.93);
    expect(inside).toBeLessThan(0.97);
  });
  it("the same seed gives the same range, another one a near one", () => {
    const [a, b, c] = [1, 1, 2].map((seed) => eceUnderCalibration(spread(50, 2), 10, { seed }));
    expect(a).toEqual(b);
    expect(c?.mean).toBe(a?.mean);
    expect(c?.high).not.toBe(a?.high);
    expect(Math.abs((c?.high ?? 0) - (a?.high ?? 0))).toBeLessThan(0.01);
  });
  it("shrinks with the square root of the cases", () => {
    const [few, many] = [spread(100, 100), spread(100, 10_000)].map((table) =>
      eceUnderCalibration(table, 10),
    );
    expectClose((few?.mean ?? 0) / (many?.mean ?? 1), 10, 0.01);
  });
  it("has nothing to say without cases, and is 0 where nothing can vary", () => {
    expect(eceUnderCalibration([], 10)).toBeNull();
    expect(eceUnderCalibration([{ score: 1, positives: 5, negatives: 0 }], 10)).toEqual({
      mean: 0,
      low: 0,
      high: 0,
    });
  });
  it("refuses no replicate", () => {
    expect(() => eceUnderCalibration([], 10, { replicates: 0 })).toThrow(
      "Unexpected replicates 0, expected an integer >= 1",
    );
  });
});

describe("poissonBinomial and calibratedBinCount", () => {
  it("equal chances are binomial: 5 at .3 by hand", () => {
    const binomial = [0.16807, 0.36015, 0.3087, 0.1323, 0.02835, 0.00243];
    poissonBinomial([{ chance: 0.3, n: 5 }]).forEach((value, k) => expectClose(value, binomial[k], 1e-12));
  });
  it("keeps mean and variance, sums to 1, and counts the rarer class", () => {
    for (const shift of [0, 0.9]) {
      const table = spread(30, 3).map((group) => ({ ...group, score: shift + group.score / 10 }));
      const { pmf, mean, variance, n, counts } = calibratedBinCount(table);
      const sum = (f: (k: number) => number): number =>
        (pmf ?? []).reduce((total, chance, k) => total + chance * f(k), 0);
      const centre = counts === "positives" ? mean : n - mean;
      expect(counts).toBe(shift === 0 ? "positives" : "negatives");
      expectClose(
        sum(() => 1),
        1,
        1e-12,
      );
      expectClose(
        sum((k) => k),
        centre,
        1e-10,
      );
      expectClose(
        sum((k) => (k - centre) ** 2),
        variance,
        1e-9,
      );
    }
  });
});

describe("consistencyBars", () => {
  it("hold the observed share of calibrated outcomes in 95 of 100 draws or more, where counts are whole", () => {
    const table = spread(60, 4);
    const random = seededRandom(7);
    const bars = consistencyBars(table, 10);
    let [held, all] = [0, 0];
    for (let test = 0; test < 1_000; test += 1) {
      const bins = calibrationBins(drawn(table, random), 10);
      for (const { bin, low, high } of bars) {
        const share = (bins[bin]?.positives ?? 0) / (bins[bin]?.n ?? 1);
        if (share >= low - 1e-12 && share <= high + 1e-12) held += 1;
        all += 1;
      }
    }
    expect(held / all).toBeGreaterThan(0.945);
    expect(held / all).toBeLessThan(0.985);
  });
});
