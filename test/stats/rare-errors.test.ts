import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inverseRegularizedGamma } from "../../src/stats/inverse-regularized-gamma.js";
import { poissonInterval } from "../../src/stats/poisson-interval.js";
import { regularizedGamma } from "../../src/stats/regularized-gamma.js";
import { ruleOfThirty } from "../../src/stats/rule-of-thirty.js";
import { expectClose } from "./expect-close.js";
import { readFixture } from "./read-fixture.js";

const g17 = readFixture("golden/G17_sample_size.json") as {
  rule_of_30: { errors: number; rel_halfwidth_90_lower: number; rel_halfwidth_90_upper: number }[];
};

describe("G17, scipy 1.10.1 chi2.ppf", () => {
  it.each(g17.rule_of_30)("rule of 30: relative limits at $errors errors, 90 %", (row) => {
    const limits = ruleOfThirty(row.errors);
    expectClose(limits?.below, row.rel_halfwidth_90_lower, 1e-9);
    expectClose(limits?.above, row.rel_halfwidth_90_upper, 1e-9);
    expect(limits?.enough).toBe(row.errors >= 30);
  });
});

/** scipy 1.17.1, scipy.stats.gamma.ppf(p, a). */
const gammaQuantiles: [number, number, number][] = [
  [0.5, 1e-12, 7.853981633974466e-25],
  [0.5, 0.025, 0.0004910345585876278],
  [0.5, 0.975, 2.511943093657444],
  [1, 0.05, 0.05129329438755053],
  [3, 1e-12, 0.0001817203146263742],
  [3, 0.5, 2.674060313723559],
  [3, 0.975, 7.22468766772396],
  [30, 0.05, 21.593979226994882],
  [30, 0.95, 39.54097224392437],
  [260, 1e-6, 190.41574299724334],
  [260, 0.95, 287.0786984039259],
  [1e5, 1e-12, 97791.63586923578],
  [1e5, 0.025, 99381.15266374472],
  [1e5, 0.975, 100620.74164077373],
];

describe("inverseRegularizedGamma and poissonInterval", () => {
  it.each(gammaQuantiles)("scipy 1.17.1 gamma.ppf, shape %d at %d", (a, p, x) => {
    expectClose(inverseRegularizedGamma(p, a), x, 1e-11);
  });
  it("undoes the incomplete gamma function", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-9, max: 0.999999, noNaN: true }),
        (a, p) => {
          expectClose(regularizedGamma(a, inverseRegularizedGamma(p, a)), p, 1e-9);
        },
      ),
    );
  });
  it("has exact ends and refuses what is no probability", () => {
    expect([inverseRegularizedGamma(0, 2), inverseRegularizedGamma(1, 2)]).toEqual([0, Infinity]);
    expect(inverseRegularizedGamma(1e-300, 0.01)).toBe(0);
    expect(() => inverseRegularizedGamma(1.5, 2)).toThrow("Unexpected p 1.5");
    expect(() => inverseRegularizedGamma(0.5, 0)).toThrow("Unexpected shape 0");
  });
  it("no event: low exactly 0, high -ln(0.025)", () => {
    const { low, high } = poissonInterval(0);
    expect(low).toBe(0);
    expectClose(high, -Math.log(0.025), 1e-12);
    expect(ruleOfThirty(0)).toBeNull();
    expect(() => poissonInterval(-1)).toThrow("Unexpected x -1, expected an integer >= 0");
  });
});
