import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyRateBounds } from "../../src/stats/any-rate-bounds.js";
import { independentJointRate } from "../../src/stats/independent-joint-rate.js";
import { jointFromOddsRatio } from "../../src/stats/joint-from-odds-ratio.js";
import { jointFromPhi } from "../../src/stats/joint-from-phi.js";
import { jointRateBounds } from "../../src/stats/joint-rate-bounds.js";
import { noncentralHypergeometricTail } from "../../src/stats/noncentral-hypergeometric-tail.js";
import { oddsRatioInterval } from "../../src/stats/odds-ratio-interval.js";
import { phiCoefficient } from "../../src/stats/phi-coefficient.js";
import { phiInterval } from "../../src/stats/phi-interval.js";
import { expectClose } from "./expect-close.js";
import { readFixture } from "./read-fixture.js";

interface Golden {
  layered: {
    layers: number[];
    independent: number;
    rho_phi?: number;
    joint?: number;
    frechet_lower?: number;
    frechet_upper?: number;
  }[];
}
interface Reference {
  tables: {
    both: number;
    firstOnly: number;
    secondOnly: number;
    neither: number;
    phi: number;
    low: number;
    high: number | null;
  }[];
  tails: { x: number; n1: number; n2: number; total: number; odds: number; tail: number }[];
}

const { layered } = readFixture("golden/G20_pad.json") as Golden;
const reference = readFixture("layers.json") as Reference;

describe.each(layered)("G20, closed forms, layers $layers", ({ layers, ...golden }) => {
  it("product, bounds, joint rate from phi", () => {
    expectClose(independentJointRate(layers), golden.independent, 1e-9);
    if (golden.frechet_lower !== undefined) {
      const { low, high } = jointRateBounds(layers);
      expectClose(low, golden.frechet_lower, 1e-9);
      expectClose(high, golden.frechet_upper, 1e-9);
    }
    const [first = 0, second = 0] = layers;
    if (golden.rho_phi !== undefined) {
      expectClose(jointFromPhi(first, second, golden.rho_phi), golden.joint, 1e-9);
    }
  });
});

describe("bounds of layers", () => {
  const rates = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 });
  it("hold the product, and one layer is itself", () => {
    fc.assert(
      fc.property(rates, (layers) => {
        const { low, high } = jointRateBounds(layers);
        const product = independentJointRate(layers);
        expect(low).toBeLessThanOrEqual(product + 1e-12);
        expect(high).toBeGreaterThanOrEqual(product);
        const any = anyRateBounds(layers);
        const independent = 1 - independentJointRate(layers.map((rate) => 1 - rate));
        expect(any.low).toBeLessThanOrEqual(independent + 1e-12);
        expect(any.high).toBeGreaterThanOrEqual(independent - 1e-12);
      }),
    );
    expect(anyRateBounds([0.3])).toEqual({ low: 0.3, high: 0.3 });
    expectClose(jointRateBounds([0.3]).low, 0.3, 1e-15);
  });
  it("three layers that each slip 90 of 100 slip at least 70 of 100 together", () => {
    const { low, high } = jointRateBounds([0.9, 0.9, 0.9]);
    expectClose(low, 0.7, 1e-12);
    expect(high).toBe(0.9);
    expect(anyRateBounds([0.5, 0.6]).high).toBe(1);
  });
  it("refuse what is no rate", () => {
    for (const bounds of [jointRateBounds, anyRateBounds, independentJointRate]) {
      expect(() => bounds([])).toThrow("Unexpected rates of 0 layers, expected at least 1");
      expect(() => bounds([0.2, 1.2])).toThrow("Unexpected rate 1.2, expected 0 <= rate <= 1");
      expect(() => bounds([NaN])).toThrow(RangeError);
    }
  });
});

describe("joint rates from a dependence", () => {
  it("phi 0 and odds ratio 1 give the product, the extremes give the bounds", () => {
    expect(jointFromPhi(0.05, 0.2, 0)).toBeCloseTo(0.01, 15);
    expect(jointFromOddsRatio(0.05, 0.2, 1)).toBeCloseTo(0.01, 15);
    expect(jointFromOddsRatio(0.05, 0.2, Infinity)).toBe(0.05);
    expect(jointFromOddsRatio(0.7, 0.6, 0)).toBeCloseTo(0.3, 15);
    expect(jointFromOddsRatio(0.5, 0.5, 0)).toBe(0);
    expect(jointFromOddsRatio(0, 0.5, 3)).toBe(0);
  });
  it("the joint rate from an odds ratio has this odds ratio", () => {
    for (const odds of [1e-3, 0.5, 2, 4, 1e3]) {
      const joint = jointFromOddsRatio(0.05, 0.2, odds);
      expectClose((joint * (1 - 0.25 + joint)) / ((0.05 - joint) * (0.2 - joint)), odds, 1e-9);
    }
  });
  it("no joint rate has a phi that the rates rule out", () => {
    expect(jointFromPhi(0.05, 0.2, 0.9)).toBeNull();
    expect(jointFromPhi(0.05, 0.2, -0.5)).toBeNull();
    expect(jointFromPhi(0.2, 0.2, 1)).toBeCloseTo(0.2, 15);
    expect(() => jointFromPhi(0.05, 0.2, 2)).toThrow("Unexpected phi 2, expected -1 <= phi <= 1");
    expect(() => jointFromOddsRatio(0.05, 0.2, NaN)).toThrow("Unexpected oddsRatio NaN");
  });
});

describe.each(reference.tables)(
  "scipy odds_ratio, association: $both $firstOnly $secondOnly $neither",
  ({ phi, low, high, ...outcomes }) => {
    it("odds ratio interval and phi", () => {
      expectClose(phiCoefficient(outcomes), phi, 1e-9);
      const odds = oddsRatioInterval(outcomes);
      expectClose(odds?.low, low, 1e-6);
      if (high === null) expect(odds?.high).toBe(Infinity);
      else expectClose(odds?.high, high, 1e-6);
    });
    it("the interval of phi holds phi and is read off the odds ratio", () => {
      const bounds = phiInterval(outcomes) ?? { low: NaN, high: NaN };
      expect(bounds.low).toBeLessThanOrEqual(phi);
      expect(bounds.high).toBeGreaterThanOrEqual(phi - 1e-12);
      expect(bounds.low > 0).toBe(low > 1);
      expect(bounds.high < 0).toBe(high !== null && high < 1);
    });
  },
);

describe.each(reference.tails)("scipy nchypergeom_fisher.sf, $x of $n1, odds $odds", (golden) => {
  it("tail", () => {
    const { x, n1, n2, total, odds } = golden;
    expectClose(noncentralHypergeometricTail(x, n1, n2, total, Math.log(odds)), golden.tail, 1e-9);
  });
});

describe("phi where nothing can be said", () => {
  it.each([
    { both: 0, firstOnly: 0, secondOnly: 5, neither: 10 },
    { both: 5, firstOnly: 10, secondOnly: 0, neither: 0 },
    { both: 0, firstOnly: 0, secondOnly: 0, neither: 0 },
    { both: 7, firstOnly: 0, secondOnly: 0, neither: 0 },
  ])("a layer that failed always or never: %o", (outcomes) => {
    expect(phiCoefficient(outcomes)).toBeNull();
    expect(phiInterval(outcomes)).toBeNull();
    expect(oddsRatioInterval(outcomes)).toBeNull();
  });
  it("refuses what is no count", () => {
    expect(() => phiCoefficient({ both: -1, firstOnly: 0, secondOnly: 0, neither: 1 })).toThrow(
      "Unexpected both -1, expected an integer >= 0",
    );
    expect(() => phiInterval({ both: 1, firstOnly: 0.5, secondOnly: 0, neither: 1 })).toThrow(RangeError);
    expect(() => phiInterval({ both: 1, firstOnly: 1, secondOnly: 1, neither: 1 }, 1)).toThrow(RangeError);
  });
  it("ten million cases keep their digits, and the two layers change places", () => {
    const outcomes = { both: 3_000_000, firstOnly: 1_000_000, secondOnly: 2_000_000, neither: 4_000_000 };
    const swapped = { ...outcomes, firstOnly: 2_000_000, secondOnly: 1_000_000 };
    expectClose(phiCoefficient(outcomes), 1e13 / (Math.sqrt(24e12) * Math.sqrt(25e12)), 1e-12);
    const one = phiInterval(outcomes);
    expectClose(phiInterval(swapped)?.low, one?.low, 1e-9);
    expect((one?.high ?? 0) - (one?.low ?? 1)).toBeLessThan(0.002);
  });
});
