import { describe, expect, it } from "vitest";

import { poissonDraw } from "../../src/stats/poisson-draw.js";
import { seededRandom } from "../../src/stats/random.js";
import { scoreBootstrap } from "../../src/stats/score-bootstrap.js";

describe("a Poisson draw", () => {
  // Mean and variance of a Poisson distribution are equal; the sums below are within 4 standard errors of both.
  it.each([0.3, 1, 7, 29.9, 30, 80, 5_000])("has mean and variance %d", (mean) => {
    const random = seededRandom(7);
    const draws = Array.from({ length: 20_000 }, () => poissonDraw(mean, random));
    const average = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    const variance = draws.reduce((sum, draw) => sum + (draw - average) ** 2, 0) / (draws.length - 1);
    const error = Math.sqrt(mean / draws.length);
    expect(Math.abs(average - mean)).toBeLessThan(4 * error);
    // Var(s^2) = (mu4 - sigma^4) / n with mu4 = mean + 3 mean^2.
    expect(Math.abs(variance - mean)).toBeLessThan(4 * Math.sqrt((mean + 2 * mean ** 2) / draws.length));
    expect(draws.every((draw) => Number.isInteger(draw) && draw >= 0)).toBe(true);
  });
  it("follows the probabilities, tails included", () => {
    const random = seededRandom(11);
    const mean = 40;
    const draws = Array.from({ length: 50_000 }, () => poissonDraw(mean, random));
    // P(X <= 30) = 0.0617, P(X > 52) = 0.0299: R 4.2.2 ppois(30, 40), ppois(52, 40, lower.tail = FALSE)
    const share = (keep: (draw: number) => boolean): number => draws.filter(keep).length / draws.length;
    expect(share((draw) => draw <= 30)).toBeCloseTo(0.0617, 2);
    expect(share((draw) => draw > 52)).toBeCloseTo(0.0299, 2);
  });
  it("of nothing is nothing, and of a wrong mean an error", () => {
    expect(poissonDraw(0, () => 0.999)).toBe(0);
    expect(() => poissonDraw(-1, Math.random)).toThrow("Unexpected mean -1");
    expect(() => poissonDraw(Number.NaN, Math.random)).toThrow("Unexpected mean NaN");
  });
});

const options = { replicates: 2_000, seed: 5, level: 0.95, miss: 1, falseAlarm: 0 };

/** Cells of calibrated scores: 0.95, 0.85 ... with `n` cases each. */
function calibrated(n: number) {
  return Array.from({ length: 10 }, (_, index) => {
    const score = 0.95 - index / 10;
    const positives = Math.round(score * n);
    return { score, bin: 9 - index, flagged: score > 0.5, positives, negatives: n - positives };
  });
}

describe("the bootstrap of counted scores", () => {
  it("gives a share the spread of the binomial", () => {
    const cells = [
      { score: 0.9, bin: 8, flagged: true, positives: 300, negatives: 50 },
      { score: 0.1, bin: 0, flagged: false, positives: 100, negatives: 150 },
    ];
    const { cost } = scoreBootstrap(cells, null, options);
    // Missed 100 of 400: 0.25 with standard error sqrt(0.25 * 0.75 / 400) = 0.02165.
    expect(cost?.low).toBeCloseTo(0.25 - 1.96 * 0.02165, 2);
    expect(cost?.high).toBeCloseTo(0.25 + 1.96 * 0.02165, 2);
  });
  it("is wider by the square root of the cluster size where cases come in equal clusters", () => {
    const cells = [
      { score: 0.9, bin: 8, flagged: true, positives: 300, negatives: 50 },
      { score: 0.1, bin: 0, flagged: false, positives: 100, negatives: 50 },
    ];
    const subjects = [
      ...Array.from({ length: 75 }, () => [[0, 4, 0] as const]),
      ...Array.from({ length: 25 }, () => [[1, 4, 0] as const]),
      ...Array.from({ length: 100 }, (_, index) => [[index % 2, 0, 1] as const]),
    ];
    const { cost } = scoreBootstrap(cells, subjects, options);
    expect(cost?.low).toBeCloseTo(0.25 - 1.96 * 2 * 0.02165, 1);
    expect((cost?.high ?? 0) - (cost?.low ?? 0)).toBeCloseTo(2 * 1.96 * 2 * 0.02165, 1);
  });
  it("narrows as cases grow, and lies above zero for an ECE that is zero", () => {
    const width = (n: number): number => {
      const { ece } = scoreBootstrap(calibrated(n), null, options);
      return (ece?.high ?? 1) - (ece?.low ?? 0);
    };
    expect(width(100)).toBeGreaterThan(1.5 * width(400));
    expect(scoreBootstrap(calibrated(100), null, options).ece?.low).toBeGreaterThan(0);
  });
  it("covers the average precision of a random ranking", () => {
    const cells = Array.from({ length: 20 }, (_, index) => ({
      score: 1 - index / 20,
      bin: 0,
      flagged: false,
      positives: 20,
      negatives: 80,
    }));
    const { averagePrecision } = scoreBootstrap(cells, null, options);
    expect(averagePrecision?.low).toBeLessThan(0.2);
    expect(averagePrecision?.high).toBeGreaterThan(0.2);
  });
  it("is the same for the same seed, and another for another", () => {
    const draw = (seed: number) => scoreBootstrap(calibrated(50), null, { ...options, seed });
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });
  it("says nothing where a class is missing too often", () => {
    const cells = [{ score: 0.5, bin: 4, flagged: true, positives: 1, negatives: 50 }];
    const { averagePrecision, ece, cost, undefinedReplicates } = scoreBootstrap(cells, null, options);
    expect([averagePrecision, ece, cost]).toEqual([null, null, null]);
    // exp(-1) of the draws have no positive.
    expect(undefinedReplicates / options.replicates).toBeCloseTo(Math.exp(-1), 1);
  });
});
