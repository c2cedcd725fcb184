import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactMinN } from "../../src/stats/exact-min-n.js";
import { exactUpperBound } from "../../src/stats/exact-upper-bound.js";
import { clopperPearsonInterval } from "../../src/stats/clopper-pearson-interval.js";
import { halfWidthN } from "../../src/stats/half-width-n.js";
import { settlingN } from "../../src/stats/settling-n.js";
import { smallestDetectableRate } from "../../src/stats/smallest-detectable-rate.js";
import { twoProportionN } from "../../src/stats/two-proportion-n.js";
import { twoProportionPower } from "../../src/stats/two-proportion-power.js";
import { expectClose } from "./expect-close.js";
import { readFixture } from "./read-fixture.js";

const golden = readFixture("golden/G17_sample_size.json") as {
  zero_error_n: { pmax: number; conf: number; n: number }[];
  exact_min_n: { pmax: number; conf: number; errors: number; min_n: number }[];
  pad_examples: { attacks: number; errors: number; ub95_one_sided: number; cp95: [number, number] }[];
  normal_n_for_halfwidth: { p: number; halfwidth: number; n: number }[];
};
const power = readFixture("golden/G17b_power.json") as {
  p03_vs_p05: number;
  p90_vs_p92: number;
  smallest_detectable_n1000_p05: number;
};

describe("G17, scipy 1.10.1 beta.ppf", () => {
  it.each(golden.exact_min_n)("$errors errors, at most $pmax at $conf", ({ errors, pmax, conf, min_n }) => {
    expect(exactMinN(errors, pmax, conf)).toBe(min_n);
  });
  it.each(golden.zero_error_n)("no error, at most $pmax at $conf: ln(1-c)/ln(1-p)", ({ pmax, conf, n }) => {
    expect(exactMinN(0, pmax, conf)).toBe(n);
  });
  it.each(golden.pad_examples)("$errors of $attacks: one-sided and two-sided exact bounds", (example) => {
    const { attacks, errors, ub95_one_sided, cp95 } = example;
    expectClose(exactUpperBound(errors, attacks), ub95_one_sided, 1e-9);
    expectClose(clopperPearsonInterval(errors, attacks)?.low, cp95[0], 1e-9);
    expectClose(clopperPearsonInterval(errors, attacks)?.high, cp95[1], 1e-9);
  });
  it.each(golden.normal_n_for_halfwidth)("z^2 p q / h^2: $p within $halfwidth", ({ p, halfwidth, n }) => {
    expect(halfWidthN(p, halfwidth)).toBe(n);
  });
});

describe("G17b, R 4.2.2 stats::power.prop.test(power = .8), two-sided alpha .05", () => {
  it("n per group, to what R's uniroot leaves: 1e-6", () => {
    expectClose(twoProportionN(0.03, 0.05), power.p03_vs_p05, 1e-6);
    expectClose(twoProportionN(0.9, 0.92), power.p90_vs_p92, 1e-6);
  });
  it("smallest rise that 1,000 per group tell from 5 %, to R's uniroot: 1.22e-4, its .Machine$double.eps^.25", () => {
    const found = smallestDetectableRate(1000, 0.05) ?? NaN;
    expect(Math.abs(found - power.smallest_detectable_n1000_p05)).toBeLessThan(1.22e-4);
    // R stops at a power of .8002; the root itself has .8.
    expectClose(twoProportionPower(1000, 0.05, found), 0.8, 1e-9);
  });
  it("power, n and smallest rate are inverses of one another", () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(share, share, fc.double({ min: 0.6, max: 0.99, noNaN: true }), (p1, p2, wanted) => {
        fc.pre(Math.abs(p1 - p2) > 0.01);
        const n = twoProportionN(p1, p2, wanted) ?? 0;
        fc.pre(n >= 1);
        expectClose(twoProportionPower(n, p1, p2), wanted, 1e-9);
        expectClose(smallestDetectableRate(n, p1, p2 > p1 ? "rise" : "fall", wanted), p2, 1e-7);
      }),
    );
  });
});

describe("exactMinN and settlingN against the bound itself", () => {
  const claims = fc.record({
    errors: fc.integer({ min: 0, max: 40 }),
    bound: fc.double({ min: 0.005, max: 0.6, noNaN: true }),
    confidence: fc.constantFrom(0.8, 0.9, 0.95, 0.99),
  });
  it("n supports the claim and n - 1 does not", () => {
    fc.assert(
      fc.property(claims, ({ errors, bound, confidence }) => {
        const n = exactMinN(errors, bound, confidence);
        expect(exactUpperBound(errors, n, confidence)).toBeLessThanOrEqual(bound * (1 + 1e-12));
        expect(exactUpperBound(errors, n - 1, confidence)).toBeGreaterThan(bound * (1 - 1e-12));
      }),
    );
  });
  it("settles there and at every larger test, and not one case before: all sizes are tried", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 20, max: 200 }), (errors, n) => {
        const bound = Math.min(0.9, (errors / n) * 1.4 + 0.02);
        const fails = (m: number): boolean => (exactUpperBound(Math.round((errors / n) * m), m) ?? 1) > bound;
        const sizes = Array.from({ length: 3_000 }, (_, index) => n + 1 + index);
        expect(settlingN(errors, n, bound)).toBe((sizes.findLast(fails) ?? n) + 1);
      }),
      { numRuns: 25 },
    );
  });
  // Every size up to 6,000 tried with scipy 1.17.1: beta.ppf(0.95, e w + 1, (m - e) w), e the rate in whole errors.
  it.each([
    [2, 150, 0.03, 1, 348],
    [0, 100, 0.01, 1, 299],
    [5, 60, 0.1, 1, 956],
    [7, 300, 0.03, 1, 1955],
    [20, 200, 0.15, 0.5, 316],
    [24, 390, 0.1, 169 / 390, 432],
  ])("%i of %i against %f, each worth %f: from %i on", (errors, n, bound, worth, from) => {
    expect(settlingN(errors, n, bound, 0.95, worth)).toBe(from);
  });
  it("nothing settles a rate on the wrong side of its bound, or one too near it", () => {
    expect(settlingN(3, 100, 0.03)).toBeNull();
    expect(settlingN(5, 100, 0.03)).toBeNull();
    expect(settlingN(0, 0, 0.03)).toBeNull();
    expect(settlingN(299_999, 10_000_000, 0.03)).toBeNull();
  });
});

describe("edges", () => {
  it("two equal shares have no difference to find", () => {
    expect(twoProportionN(0.2, 0.2)).toBeNull();
    expect(twoProportionPower(100, 0.2, 0.2)).toBeNull();
  });
  it("all against none is found by few, and by no one with one case", () => {
    expect(twoProportionPower(10, 0, 1)).toBe(1);
    expect(twoProportionPower(1, 0, 1)).toBe(0);
  });
  it("there is no rate above all, and none that too few cases can show", () => {
    expect(smallestDetectableRate(1000, 1)).toBeNull();
    expect(smallestDetectableRate(2, 0.5)).toBeNull();
    expect(smallestDetectableRate(1000, 0, "fall")).toBeNull();
  });
  it("the normal approximation has nothing to say at 0 and 1", () => {
    expect(halfWidthN(0, 0.01)).toBeNull();
    expect(halfWidthN(1, 0.01)).toBeNull();
  });
  it.each([
    ["Unexpected errors -1, expected an integer >= 0", () => exactMinN(-1, 0.1)],
    ["Unexpected bound 0, expected 0 < bound < 1", () => exactMinN(0, 0)],
    ["Unexpected n 0, expected a number >= 1", () => twoProportionPower(0, 0.1, 0.2)],
    ["Unexpected p1 1.2, expected 0 <= p1 <= 1", () => twoProportionN(1.2, 0.2)],
    ["Unexpected p -1, expected 0 <= p <= 1", () => halfWidthN(-1, 0.2)],
    ["Unexpected x 5 of n 3", () => settlingN(5, 3, 0.1)],
  ])("%s", (message, call) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });
});
