import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitLogisticOffset } from "../../src/stats/fit-logistic-offset.js";
import { fitLogisticSlope } from "../../src/stats/fit-logistic-slope.js";
import type { LogisticGroup } from "../../src/stats/fit-logistic-slope.js";
import { logistic } from "../../src/stats/logistic.js";

/** Positives beyond those expected, in total and along x: both vanish at the maximum of the likelihood. */
function scoreEquations(groups: readonly LogisticGroup[], intercept: number, slope: number): number[] {
  const residuals = groups.map(({ x, positives, negatives }) => {
    const p = logistic(intercept + slope * x);
    return { x, residual: positives * (1 - p) - negatives * p };
  });
  return [
    residuals.reduce((sum, { residual }) => sum + residual, 0),
    residuals.reduce((sum, { x, residual }) => sum + x * residual, 0),
  ];
}

const count = fc.constantFrom(0, 0, 1, 5, 1000, 100_000);
const groupsOf = fc.uniqueArray(
  fc.record({
    x: fc.integer({ min: -138, max: 138 }).map((x) => x / 10),
    positives: count,
    negatives: count,
  }),
  { minLength: 3, maxLength: 6, selector: ({ x }) => x },
);

describe("logistic fits", () => {
  it("Newton's method without halved steps would run away here", () => {
    const groups = [
      { x: 4.1, positives: 1000, negatives: 1 },
      { x: 9.4, positives: 100_000, negatives: 5 },
      { x: 9.9, positives: 1, negatives: 0 },
      { x: 12.5, positives: 0, negatives: 5 },
    ];
    const fit = fitLogisticSlope(groups);
    for (const equation of scoreEquations(groups, fit?.intercept ?? NaN, fit?.slope ?? NaN)) {
      expect(equation).toBeCloseTo(0, 6);
    }
  });
  it("solves the score equations wherever the classes overlap, and is null where they do not", () => {
    fc.assert(
      fc.property(groupsOf, (groups) => {
        const fit = fitLogisticSlope(groups);
        expect(fit === null).toBe(!overlaps(groups));
        if (fit === null) return;
        for (const equation of scoreEquations(groups, fit.intercept, fit.slope)) {
          expect(Math.abs(equation)).toBeLessThan(1e-5);
        }
        expect(fit.seIntercept > 0 && fit.seSlope > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
  it("the offset fit expects as many positives as there are", () => {
    fc.assert(
      fc.property(groupsOf, (groups) => {
        const total = (of: "positives" | "negatives"): number =>
          groups.reduce((sum, group) => sum + group[of], 0);
        if (total("positives") === 0 || total("negatives") === 0) return;
        const { inTheLarge, seInTheLarge } = fitLogisticOffset(groups);
        // The fit stops at a relative step of 1e-11, which many cases multiply.
        const close = 1e-5 + 1e-10 * (total("positives") + total("negatives"));
        expect(Math.abs(scoreEquations(groups, inTheLarge, 1)[0] ?? NaN)).toBeLessThan(close);
        expect(Number.isFinite(seInTheLarge)).toBe(true);
      }),
    );
  });
});

/** Whether no cut of x parts the classes. */
function overlaps(groups: readonly LogisticGroup[]): boolean {
  const at = (of: "positives" | "negatives"): number[] => groups.filter((g) => g[of] > 0).map((g) => g.x);
  const [positives, negatives] = [at("positives"), at("negatives")];
  return Math.max(...negatives) > Math.min(...positives) && Math.max(...positives) > Math.min(...negatives);
}
