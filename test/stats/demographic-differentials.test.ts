import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomialSampler } from "../../src/stats/binomial-sampler.js";
import { fairnessDiscrepancyRate } from "../../src/stats/fairness-discrepancy-rate.js";
import { garbeBootstrap } from "../../src/stats/garbe-bootstrap.js";
import { garbe } from "../../src/stats/garbe.js";
import { giniCoefficient } from "../../src/stats/gini-coefficient.js";
import { inequityRate } from "../../src/stats/inequity-rate.js";
import { maxGeometricMeanRatio } from "../../src/stats/max-geometric-mean-ratio.js";
import { maxMinRatio } from "../../src/stats/max-min-ratio.js";
import { seededRandom } from "../../src/stats/random.js";
import { rateRatioP } from "../../src/stats/rate-ratio-p.js";
import { rateRatioInterval } from "../../src/stats/rate-ratio-interval.js";
import { expectClose } from "./expect-close.js";
import { readFixture } from "./read-fixture.js";

const { cases } = readFixture("golden/G21_demographic_differentials.json") as {
  cases: {
    fmr: number[];
    fnmr: number[];
    alpha: number;
    fdr: number;
    inequity_rate: number;
    gini_fmr: number;
    gini_fnmr: number;
    garbe: number;
    max_min_fmr: number;
    max_geomean_fmr: number;
    max_geomean_fnmr: number;
  }[];
};

describe("G21, closed forms of arXiv 2203.05051", () => {
  it.each(cases)("alpha $alpha, FMR $fmr, FNMR $fnmr", (reference) => {
    const { fmr, fnmr, alpha } = reference;
    expectClose(fairnessDiscrepancyRate(fmr, fnmr, alpha), reference.fdr, 1e-9);
    expectClose(inequityRate(fmr, fnmr, alpha), reference.inequity_rate, 1e-9);
    expectClose(giniCoefficient(fmr), reference.gini_fmr, 1e-9);
    expectClose(giniCoefficient(fnmr), reference.gini_fnmr, 1e-9);
    expectClose(garbe(fmr, fnmr, alpha), reference.garbe, 1e-9);
    expectClose(maxGeometricMeanRatio(fmr), reference.max_geomean_fmr, 1e-9);
    expectClose(maxGeometricMeanRatio(fnmr), reference.max_geomean_fnmr, 1e-9);
    const groups = fmr.map((rate) => ({ errors: Math.round(rate * 1e6), trials: 1e6 }));
    expectClose(maxMinRatio(groups)?.ratio, reference.max_min_fmr, 1e-9);
  });
});

describe("rates of zero and groups of none", () => {
  it("what needs a logarithm or a division does not exist", () => {
    expect(maxGeometricMeanRatio([0, 0.1])).toBeNull();
    expect(inequityRate([0, 0.1], [0.1, 0.1])).toBeNull();
    expect(giniCoefficient([0, 0])).toBeNull();
    expect(giniCoefficient([0, 0.3])).toBe(1);
    expect(garbe([0, 0], [0.1, 0.2])).toBeNull();
    expect(fairnessDiscrepancyRate([0, 0], [0, 0])).toBe(1);
  });
  it("one group has no differential", () => {
    expect(maxGeometricMeanRatio([0.1])).toBeNull();
    expect(giniCoefficient([0.1])).toBeNull();
    expect(garbe([], [])).toBeNull();
    expect(fairnessDiscrepancyRate([0.1], [0.1])).toBeNull();
    expect(inequityRate([0.1], [0.1])).toBeNull();
    expect(maxMinRatio([{ errors: 1, trials: 10 }])).toBeNull();
    expect(
      maxMinRatio([
        { errors: 1, trials: 10 },
        { errors: 0, trials: 0 },
      ]),
    ).toBeNull();
  });
  it("a rate that is none is refused", () => {
    for (const f of [fairnessDiscrepancyRate, inequityRate, garbe]) {
      expect(() => f([0.1, 1.2], [0.1, 0.1])).toThrow("Unexpected rate 1.2");
      expect(() => f([0.1, 0.2], [0.1, 0.1], 2)).toThrow("Unexpected alpha 2");
    }
    expect(() => maxGeometricMeanRatio([Number.NaN])).toThrow("Unexpected rate NaN");
  });
  it("Gini by its definition, over all pairs", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 2 }), (rates) => {
        const n = rates.length;
        const mean = rates.reduce((a, b) => a + b, 0) / n;
        const sum = rates.flatMap((a) => rates.map((b) => Math.abs(a - b))).reduce((a, b) => a + b, 0);
        const defined = ((n / (n - 1)) * sum) / (2 * n * n * mean);
        expect(Math.abs((giniCoefficient(rates) ?? -1) - defined)).toBeLessThan(1e-9);
      }),
    );
  });
});

describe("scipy 1.17.1, binomtest(x1, x1 + x2).proportion_ci(method='exact'), as odds times n2 / n1", () => {
  it.each([
    [9, 260, 4, 260, 0.6279707204091218, 9.998632426820768],
    [12, 400, 3, 900, 2.4288136478800175, 49.6986455199191],
    [0, 1000, 5, 800, 0, 0.8730232841460368],
  ])("%d of %d against %d of %d", (x1, n1, x2, n2, low, high) => {
    const result = rateRatioInterval(x1, n1, x2, n2);
    expectClose(result?.low, low, 1e-9);
    expectClose(result?.high ?? undefined, high, 1e-9);
    expectClose(result?.ratio, x1 / n1 / (x2 / n2), 1e-12);
  });
  it("no error in the second group: no ratio, no upper bound, but a lower one", () => {
    const result = rateRatioInterval(5, 800, 0, 1000);
    expect(result).toMatchObject({ ratio: null, high: null });
    expectClose(result?.low, 1.145444821644325, 1e-9);
    expect(rateRatioInterval(0, 10, 0, 10)).toBeNull();
  });
  it("swapping the groups inverts the interval", () => {
    const count = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(count, count, (x1, x2) => {
        const one = rateRatioInterval(x1, 100, x2, 300);
        const other = rateRatioInterval(x2, 300, x1, 100);
        expectClose(one?.low, 1 / (other?.high ?? 0), 1e-9);
      }),
    );
  });
  it("refuses what is no rate", () => {
    expect(() => rateRatioInterval(5, 3, 1, 10)).toThrow("Unexpected x 5 of n 3");
    expect(() => rateRatioInterval(0, 0, 1, 10)).toThrow("Unexpected x 0 of n 0");
    expect(() => rateRatioInterval(1, 3, 1, 10, 1)).toThrow("Unexpected level 1");
  });
});

describe("scipy 1.17.1, binom.sf(x1 - 1, x1 + x2, n1 r / (n1 r + n2))", () => {
  it.each([
    [9, 260, 4, 260, 1, 0.1334228515625],
    [9, 260, 4, 260, 1.25, 0.24041533145230337],
    [12, 400, 3, 900, 1, 0.00012059947994117571],
  ])("%d of %d against %d of %d at ratio %d", (x1, n1, x2, n2, ratio, p) => {
    expectClose(rateRatioP(x1, n1, x2, n2, ratio), p, 1e-9);
  });
  it("no error in the first group is no evidence against it; the lower bound and p agree", () => {
    expect(rateRatioP(0, 10, 5, 10)).toBe(1);
    const low = rateRatioInterval(12, 400, 3, 900)?.low ?? 0;
    expectClose(rateRatioP(12, 400, 3, 900, low), 0.025, 1e-9);
    expect(() => rateRatioP(5, 3, 1, 10)).toThrow("Unexpected x 5 of n 3");
    expect(() => rateRatioP(1, 3, 1, 10, 0)).toThrow("Unexpected ratio 0");
  });
});

describe("maxMinRatio", () => {
  it("names the groups and widens for having chosen them among three", () => {
    const groups = [
      { errors: 6, trials: 100 },
      { errors: 20, trials: 100 },
      { errors: 5, trials: 100 },
    ];
    const result = maxMinRatio(groups);
    expect(result).toMatchObject({ worst: 1, best: 2, ratio: 4 });
    expect(result).toMatchObject(rateRatioInterval(20, 100, 5, 100, 1 - 0.05 / 3) ?? {});
  });
  it("keeps the place of a group when an untested one stands before it", () => {
    const result = maxMinRatio([
      { errors: 0, trials: 0 },
      { errors: 1, trials: 50 },
      { errors: 9, trials: 50 },
    ]);
    expect(result).toMatchObject({ worst: 2, best: 1 });
  });
  it("equal rates: ratio 1 between two different groups", () => {
    const equal = { errors: 4, trials: 100 };
    const result = maxMinRatio([equal, equal, equal]);
    expect(result?.ratio).toBe(1);
    expect(result?.worst).not.toBe(result?.best);
  });
  it("no error at all: no ratio", () => {
    const none = { errors: 0, trials: 100 };
    expect(maxMinRatio([none, none])).toBeNull();
  });
  it("holds its joint level: five equal groups are told apart in at most 5 % of reports", () => {
    const random = seededRandom(7);
    const draw = binomialSampler(1000, 0.02, random);
    let alarms = 0;
    for (let report = 0; report < 1000; report += 1) {
      const groups = Array.from({ length: 5 }, () => ({ errors: draw(), trials: 1000 }));
      if ((maxMinRatio(groups)?.low ?? 0) > 1) alarms += 1;
    }
    expect(alarms).toBeLessThanOrEqual(50);
  });
});

describe("binomialSampler", () => {
  it("has the mean, the spread and the tails of the binomial, within four standard errors", () => {
    for (const [n, p] of [
      [10, 0.3],
      [100_000, 1e-4],
      [5000, 0.97],
      [1e7, 0.2],
    ] as const) {
      const draw = binomialSampler(n, p, seededRandom(11));
      const draws = Array.from({ length: 20_000 }, draw);
      const mean = draws.reduce((a, b) => a + b, 0) / draws.length;
      const variance = draws.reduce((a, b) => a + (b - mean) ** 2, 0) / draws.length;
      const sd = Math.sqrt(n * p * (1 - p));
      expect(Math.abs(mean - n * p)).toBeLessThan((4 * sd) / Math.sqrt(draws.length));
      expect(Math.abs(variance / sd ** 2 - 1)).toBeLessThan(0.06);
    }
  });
  it("agrees with the exact probabilities of 3 trials", () => {
    // Uniform numbers just past each cumulative probability of Binomial(3, 1/2): 1/8, 4/8, 7/8.
    for (const [u, x] of [
      [0.1249, 0],
      [0.1251, 1],
      [0.4999, 1],
      [0.5001, 2],
      [0.8751, 3],
    ] as const) {
      expect(binomialSampler(3, 0.5, () => u)()).toBe(x);
    }
  });
  it("is certain at the ends", () => {
    const never = (): number => 0.999999;
    expect([binomialSampler(0, 0.5, never)(), binomialSampler(9, 0, never)()]).toEqual([0, 0]);
    expect(binomialSampler(9, 1, never)()).toBe(9);
    expect(() => binomialSampler(1.5, 0.5, never)).toThrow("Unexpected n 1.5");
    expect(() => binomialSampler(3, 1.5, never)).toThrow("Unexpected p 1.5");
  });
});

describe("garbeBootstrap", () => {
  const group = (fmr: number, fnmr: number) => ({ fmr, impostors: 2000, fnmr, genuine: 1000 });
  it("equal groups: a value from chance alone stays below what chance gives in 95 of 100", () => {
    const random = seededRandom(3);
    const drawFmr = binomialSampler(2000, 0.01, random);
    const drawFnmr = binomialSampler(1000, 0.03, random);
    let above = 0;
    const reports = 200;
    for (let report = 0; report < reports; report += 1) {
      const groups = Array.from({ length: 4 }, () => group(drawFmr() / 2000, drawFnmr() / 1000));
      const { value, equalHigh } = garbeBootstrap(groups, { draws: 400, seed: report });
      expect(value).not.toBeNull();
      if ((value ?? 0) > (equalHigh ?? 0)) above += 1;
    }
    // 5 % expected; 10 % is more than three standard errors away.
    expect(above).toBeLessThanOrEqual(20);
    expect(above).toBeGreaterThan(0);
  });
  it("groups five times apart lie above it, and the same seed gives the same numbers", () => {
    const groups = [group(0.01, 0.03), group(0.01, 0.03), group(0.05, 0.15)];
    const result = garbeBootstrap(groups, { seed: 5 });
    expect(result.value).toBeGreaterThan(result.equalHigh ?? 1);
    expect(result.interval?.low).toBeLessThan(result.value ?? 0);
    expect(result.interval?.high).toBeGreaterThan(result.value ?? 1);
    expect(garbeBootstrap(groups, { seed: 5 })).toEqual(result);
  });
  it("says why nothing is there", () => {
    expect(garbeBootstrap([group(0, 0.1), group(0, 0.1)]).reason).toBe("undefined");
    // One false match in all: a third of the draws have none.
    const rare = [group(0.0005, 0.03), group(0, 0.03)];
    expect(garbeBootstrap(rare)).toMatchObject({ interval: null, reason: "replicates-undefined" });
    expect(() => garbeBootstrap([{ ...group(0.1, 0.1), genuine: 0 }])).toThrow("Unexpected trials 0");
  });
});
