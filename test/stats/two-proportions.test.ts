import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fisherExactGreaterP } from "../../src/stats/fisher-exact-greater-p.js";
import { fisherExactP } from "../../src/stats/fisher-exact-p.js";
import { katzRatio } from "../../src/stats/katz-ratio.js";
import { moverDifference } from "../../src/stats/mover-difference.js";
import { newcombeDifference } from "../../src/stats/newcombe-difference.js";
import { normalQuantile } from "../../src/stats/normal-quantile.js";
import { scoreRatio } from "../../src/stats/score-ratio.js";
import { twoProportionTest } from "../../src/stats/two-proportion-test.js";
import { expectClose } from "./expect-close.js";
import { readFixture } from "./read-fixture.js";

interface Case {
  x1: number;
  n1: number;
  x2: number;
  n2: number;
  diff: number;
  newcombe_statsmodels: [number, number];
  published_newcombe1998_method10: [number, number];
  ratio?: number;
  ratio_katz_log?: [number, number];
  ratio_score?: [number, number];
  fisher_p: number;
}

const { cases } = readFixture("golden/G02_two_proportions.json") as { cases: Case[] };

describe.each(cases)("G02, $x1/$n1 against $x2/$n2", (golden) => {
  const { x1, n1, x2, n2 } = golden;
  it('statsmodels 0.13.5 confint_proportions_2indep(method="newcomb"), Newcombe 1998 II table II', () => {
    const result = newcombeDifference(x1, n1, x2, n2);
    expectClose(result?.difference, golden.diff, 1e-12);
    for (const [index, side] of (["low", "high"] as const).entries()) {
      expectClose(result?.interval[side], golden.newcombe_statsmodels[index], 1e-9);
      expect(result?.interval[side]).toBeCloseTo(golden.published_newcombe1998_method10[index] ?? NaN, 4);
    }
  });
  it("Katz log interval by formula; none with a zero", () => {
    const result = katzRatio(x1, n1, x2, n2);
    expect(result?.interval === null).toBe(golden.ratio_katz_log === undefined);
    if (golden.ratio_katz_log === undefined) return;
    expectClose(result?.ratio, golden.ratio, 1e-12);
    expectClose(result?.interval?.low, golden.ratio_katz_log[0], 1e-9);
    expectClose(result?.interval?.high, golden.ratio_katz_log[1], 1e-9);
  });
  it('statsmodels 0.13.5 confint_proportions_2indep(method="score", compare="ratio")', () => {
    if (golden.ratio_score === undefined) return;
    const result = scoreRatio(x1, n1, x2, n2);
    expectClose(result?.ratio, golden.ratio, 1e-12);
    expectClose(result?.low, golden.ratio_score[0], 1e-9);
    expectClose(result?.high ?? null, golden.ratio_score[1], 1e-9);
  });
  it("scipy 1.10.1 fisher_exact", () => {
    expectClose(fisherExactP(x1, n1, x2, n2), golden.fisher_p, 1e-9);
  });
});

describe("two proportions at the edges", () => {
  it("an empty group gives null, and 1 for the exact test", () => {
    expect(newcombeDifference(0, 0, 1, 2)).toBeNull();
    expect(katzRatio(1, 2, 0, 0)).toBeNull();
    expect(scoreRatio(0, 0, 1, 2)).toBeNull();
    expect(twoProportionTest(0, 0, 1, 2)).toBeNull();
    expect(fisherExactP(0, 0, 1, 2)).toBe(1);
  });
  it("zeros leave the Katz interval undefined and the score interval one-sided", () => {
    expect(katzRatio(0, 10, 3, 10)).toEqual({ ratio: 0, interval: null });
    expect(katzRatio(3, 10, 0, 10)).toEqual({ ratio: null, interval: null });
    expect(katzRatio(10, 10, 10, 10)).toEqual({ ratio: 1, interval: null });
    expect(scoreRatio(0, 10, 0, 10)).toBeNull();
    expect(scoreRatio(0, 10, 3, 10)).toMatchObject({ ratio: 0, low: 0 });
    expect(scoreRatio(3, 10, 0, 10)).toMatchObject({ ratio: null, high: null });
    expect(scoreRatio(3, 10, 0, 10)?.low).toBeGreaterThan(0);
  });
  it("the score interval of certainty in both groups holds 1", () => {
    const result = scoreRatio(10, 10, 20, 20);
    expect(result?.low).toBeLessThan(1);
    expect(result?.high ?? 0).toBeGreaterThan(1);
  });
  it("the score interval inverts under exchange of the groups", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.nat(30),
        fc.integer({ min: 1, max: 30 }),
        fc.nat(30),
        (a, b, c, d) => {
          const result = scoreRatio(a, a + b, c, c + d);
          const exchanged = scoreRatio(c, c + d, a, a + b);
          expectClose(result?.low, 1 / (exchanged?.high ?? NaN), 1e-9);
          expect(result?.low).toBeLessThanOrEqual(result?.ratio ?? NaN);
          expect(result?.high ?? 0).toBeGreaterThanOrEqual(result?.ratio ?? NaN);
        },
      ),
    );
  });
  it("fisherExactP agrees with the sum over all tables in exact integers", () => {
    fc.assert(
      fc.property(fc.nat(12), fc.nat(12), fc.nat(12), fc.nat(12), (a, b, c, d) => {
        expectClose(fisherExactP(a, a + b, c, c + d), fisherByCounting(a, a + b, c, c + d), 1e-9);
      }),
    );
  });
  it("fisherExactGreaterP agrees with the sum over the tables with as many or more in the first group", () => {
    fc.assert(
      fc.property(fc.nat(12), fc.nat(12), fc.nat(12), fc.nat(12), (a, b, c, d) => {
        expectClose(fisherExactGreaterP(a, a + b, c, c + d), greaterByCounting(a, a + b, c, c + d), 1e-9);
      }),
    );
  });
  it("fisherExactP handles ten million cases and underflows to 0", () => {
    expect(fisherExactP(30, 5_000_000, 60, 5_000_000)).toBeCloseTo(0.0021, 3);
    expect(fisherExactP(0, 100_000, 100_000, 100_000)).toBe(0);
  });
  it("twoProportionTest squares to the chi-squared of the 2 x 2 table and knows its sign", () => {
    // 56/70 against 48/80: n (ad - bc)^2 / (margins) = 150 (56 32 - 14 48)^2 / (70 80 104 46)
    const chi2 = (150 * (56 * 32 - 14 * 48) ** 2) / (70 * 80 * 104 * 46);
    const result = twoProportionTest(56, 70, 48, 80);
    expectClose((result?.z ?? 0) ** 2, chi2, 1e-12);
    expectClose(result?.pTwoSided, 2 * (result?.pGreater ?? NaN), 1e-12);
    expectClose(normalQuantile(1 - (result?.pGreater ?? 0)), result?.z, 1e-9);
    expect(twoProportionTest(48, 80, 56, 70)?.pGreater).toBeCloseTo(1 - (result?.pGreater ?? 0), 12);
    expect(twoProportionTest(0, 5, 0, 7)).toBeNull();
    expect(twoProportionTest(5, 5, 7, 7)).toBeNull();
  });
  it("Newcombe's interval is MOVER on Wilson bounds and never leaves [-1, 1]", () => {
    const mover = moverDifference({ value: 1, low: 0.8, high: 1 }, { value: 0, low: 0, high: 0.3 });
    expectClose(mover.low, 1 - Math.hypot(0.2, 0.3), 1e-12);
    expect(mover.high).toBe(1);
    expect(newcombeDifference(10, 10, 0, 20)?.interval.high).toBe(1);
    expect(newcombeDifference(0, 20, 10, 10)?.interval.low).toBe(-1);
  });
});

/** Two-sided p by enumerating every table with the same margins; weights are exact integers. */
function fisherByCounting(x1: number, n1: number, x2: number, n2: number): number {
  const total = x1 + x2;
  const weight = (x: number): bigint => choose(n1, x) * choose(n2, total - x);
  const all = Array.from({ length: total + 1 }, (_, x) => weight(x));
  const observed = weight(x1);
  const sum = (weights: bigint[]): number => Number(weights.reduce((a, b) => a + b, 0n));
  return sum(all.filter((w) => w <= observed)) / sum(all);
}

/** One-sided p by the same enumeration. */
function greaterByCounting(x1: number, n1: number, x2: number, n2: number): number {
  const total = x1 + x2;
  const weights = Array.from({ length: total + 1 }, (_, x) => choose(n1, x) * choose(n2, total - x));
  const sum = (some: bigint[]): number => Number(some.reduce((a, b) => a + b, 0n));
  return sum(weights.slice(x1)) / sum(weights);
}

function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let result = 1n;
  for (let i = 1; i <= k; i += 1) result = (result * BigInt(n - k + i)) / BigInt(i);
  return result;
}
