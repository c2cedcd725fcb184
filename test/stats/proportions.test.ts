import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agrestiCoullInterval } from "../../src/stats/agresti-coull-interval.js";
import { clopperPearsonInterval } from "../../src/stats/clopper-pearson-interval.js";
import { exactLowerBound } from "../../src/stats/exact-lower-bound.js";
import { exactRateBox } from "../../src/stats/exact-rate-box.js";
import { exactUpperBound } from "../../src/stats/exact-upper-bound.js";
import { jeffreysInterval } from "../../src/stats/jeffreys-interval.js";
import { ruleOfThree } from "../../src/stats/rule-of-three.js";
import type { Bounds } from "../../src/stats/types.js";
import { wilsonIntervalCorrected } from "../../src/stats/wilson-interval-corrected.js";
import { wilsonIntervalFromShare } from "../../src/stats/wilson-interval-from-share.js";
import { wilsonInterval } from "../../src/stats/wilson-interval.js";
import { expectClose } from "./expect-close.js";
import { readFixture } from "./read-fixture.js";

interface Case {
  x: number;
  n: number;
  wilson: [number, number];
  wilson_cc: [number, number];
  clopper_pearson: [number, number];
  jeffreys_equal_tailed: [number, number];
  agresti_coull: [number, number];
  cp_one_sided_upper95: number;
  cp_one_sided_lower95: number;
  rule_of_three: number | object;
}

const { cases } = readFixture("golden/G01_proportion_ci.json") as { cases: Case[] };

function expectBounds(bounds: Bounds | null, [low, high]: [number, number], tolerance: number): void {
  expectClose(bounds?.low, low, tolerance);
  expectClose(bounds?.high, high, tolerance);
}

describe.each(cases)("G01, R 4.2.2, $x/$n", (golden) => {
  const { x, n } = golden;
  it(`prop.test(${x}, ${n}, correct = FALSE)`, () => {
    expectBounds(wilsonInterval(x, n), golden.wilson, 1e-9);
  });
  it(`prop.test(${x}, ${n}, correct = TRUE)`, () => {
    expectBounds(wilsonIntervalCorrected(x, n), golden.wilson_cc, 1e-9);
  });
  it(`binom.test(${x}, ${n}), two-sided and one-sided`, () => {
    expectBounds(clopperPearsonInterval(x, n), golden.clopper_pearson, 1e-9);
    expectClose(exactUpperBound(x, n, 0.95), golden.cp_one_sided_upper95, 1e-9);
    expectClose(exactLowerBound(x, n, 0.95), golden.cp_one_sided_lower95, 1e-9);
    const { low, high } = exactRateBox(x, n, 0.95);
    expect([low, high]).toEqual([exactLowerBound(x, n), exactUpperBound(x, n)]);
  });
  it(`qbeta(c(.025, .975), ${x} + .5, ${n - x} + .5)`, () => {
    expectBounds(jeffreysInterval(x, n), golden.jeffreys_equal_tailed, 1e-9);
  });
  it("Agresti-Coull by formula", () => {
    expectBounds(agrestiCoullInterval(x, n), golden.agresti_coull, 1e-9);
  });
  it("rule of three", () => {
    if (typeof golden.rule_of_three === "number") expectClose(ruleOfThree(n), golden.rule_of_three, 1e-15);
  });
});

const intervals = {
  wilsonInterval,
  wilsonIntervalCorrected,
  clopperPearsonInterval,
  jeffreysInterval,
  agrestiCoullInterval,
};

describe.each(Object.entries(intervals))("%s", (name, interval) => {
  it("is null for n = 0", () => {
    expect(interval(0, 0)).toBeNull();
  });
  it("rejects what is no count", () => {
    expect(() => interval(5, 3)).toThrow("Unexpected x 5 of n 3, expected 0 <= x <= n");
    expect(() => interval(-1, 3)).toThrow(RangeError);
    expect(() => interval(1.5, 3)).toThrow("Unexpected x 1.5 of n 3, expected integers");
    expect(() => interval(NaN, 3)).toThrow(RangeError);
    expect(() => interval(1, 3, 1)).toThrow("Unexpected level 1, expected 0 < level < 1");
    expect(() => interval(0, 0, NaN)).toThrow(RangeError);
  });
  it("contains the share, widens with the level and mirrors x and n - x", () => {
    fc.assert(
      fc.property(
        fc.nat(400),
        fc.nat(400),
        fc.double({ min: 0.5, max: 0.998, noNaN: true }),
        (x, rest, level) => {
          const n = x + rest + 1;
          const inner = interval(x, n, level);
          const outer = interval(x, n, level + 0.001);
          const mirrored = interval(n - x, n, level);
          if (inner === null || outer === null || mirrored === null) throw new Error("null");
          expect(inner.low).toBeLessThanOrEqual(x / n);
          expect(inner.high).toBeGreaterThanOrEqual(x / n);
          // Agresti-Coull pulls its centre to 1/2 as the level grows, and so is not monotone at x = 0.
          if (name !== "agrestiCoullInterval") {
            expect(outer.low).toBeLessThanOrEqual(inner.low);
            expect(outer.high).toBeGreaterThanOrEqual(inner.high);
          }
          expect(1 - mirrored.high).toBeCloseTo(inner.low, 10);
        },
      ),
    );
  });
  it("starts exactly at 0 for x = 0 and ends exactly at 1 for x = n", () => {
    if (name === "agrestiCoullInterval") return;
    for (const n of [1, 2, 7, 10_000_000]) {
      expect(interval(0, n)?.low).toBe(0);
      expect(interval(n, n)?.high).toBe(1);
    }
  });
});

describe("bounds at the edges", () => {
  it("exact bounds without cases are null, certain sides are 0 and 1", () => {
    expect([exactUpperBound(0, 0), exactLowerBound(0, 0)]).toEqual([null, null]);
    expect([exactUpperBound(4, 4), exactLowerBound(0, 4)]).toEqual([1, 0]);
    expect(() => exactUpperBound(1, 4, 1.2)).toThrow(
      "Unexpected confidence 1.2, expected 0 < confidence < 1",
    );
  });
  it("an exact bound holds its promise: P(at most x of n) at the bound is 1 - confidence", () => {
    // (1 - u)^n = 0.05 for x = 0
    expectClose((1 - (exactUpperBound(0, 10_000_000) ?? 1)) ** 10_000_000, 0.05, 1e-8);
    // (1 - u)^2 (1 + 2 u) = 0.05 for x = 1 of n = 3
    const u = exactUpperBound(1, 3) ?? 1;
    expectClose((1 - u) ** 2 * (1 + 2 * u), 0.05, 1e-12);
  });
  it("low bounds at tiny shares keep their digits", () => {
    // A Wilson bound solves (p - b)^2 = z^2 b (1 - b) / n.
    const n = 10_000_000;
    for (const bound of Object.values(wilsonInterval(1, n) ?? {}) as number[]) {
      expectClose((1 / n - bound) ** 2, (3.8414588206941236 * bound * (1 - bound)) / n, 1e-12);
    }
  });
  it("wilsonIntervalFromShare takes a real sample size", () => {
    expect(wilsonIntervalFromShare(0.2, 0)).toBeNull();
    expect(wilsonIntervalFromShare(0, 3.7)?.low).toBe(0);
    expect(wilsonIntervalFromShare(1, 3.7)?.high).toBe(1);
    expect(wilsonIntervalFromShare(0.25, 40)).toEqual(wilsonInterval(10, 40));
    expect(() => wilsonIntervalFromShare(0.2, -1)).toThrow("Unexpected nEffective -1");
    expect(() => wilsonIntervalFromShare(1.2, 5)).toThrow("Unexpected share 1.2, expected 0 <= share <= 1");
  });
  it("ruleOfThree stays a share", () => {
    expect(ruleOfThree(1)).toBe(1);
    expect(() => ruleOfThree(0)).toThrow("Unexpected n 0, expected an integer >= 1");
  });
});
