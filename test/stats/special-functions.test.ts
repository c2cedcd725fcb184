import { describe, expect, it } from "vitest";
import { chiSquaredUpperTail } from "../../src/stats/chi-squared-upper-tail.js";
import { compensatedSum } from "../../src/stats/compensated-sum.js";
import { inverseRegularizedBeta } from "../../src/stats/inverse-regularized-beta.js";
import { logGamma } from "../../src/stats/log-gamma.js";
import { normalCdf } from "../../src/stats/normal-cdf.js";
import { normalQuantile } from "../../src/stats/normal-quantile.js";
import { normalUpperTail } from "../../src/stats/normal-upper-tail.js";
import { regularizedBetaUpper } from "../../src/stats/regularized-beta-upper.js";
import { regularizedBeta } from "../../src/stats/regularized-beta.js";
import { regularizedGammaUpper } from "../../src/stats/regularized-gamma-upper.js";
import { regularizedGamma } from "../../src/stats/regularized-gamma.js";
import { stirlingError } from "../../src/stats/stirling-error.js";
import { studentTCdf } from "../../src/stats/student-t-cdf.js";
import { studentTQuantile } from "../../src/stats/student-t-quantile.js";
import { expectClose } from "./expect-close.js";
import { readFixture } from "./read-fixture.js";

type Grid = Record<string, { columns: string[]; rows: number[][] }>;
const grid = readFixture("special-functions.json") as Grid;

/** Compares a function with one column of a grid; the columns before it are its arguments. */
function onGrid(
  name: string,
  f: (a: number, b: number, c: number) => number,
  column: string,
  tolerance: number,
) {
  const { columns = [], rows = [] } = grid[name] ?? {};
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) {
    const [a = NaN, b = NaN, c = NaN] = row;
    expectClose(f(a, b, c), row[columns.indexOf(column)], tolerance);
  }
}

describe("Python 3.11 decimal, test/fixtures/special-functions.py", () => {
  it("logGamma from 1e-300 to 1e12, 1e-13 (its zeros at 1 and 2 cost digits)", () => {
    onGrid("logGamma", logGamma, "value", 1e-13);
  });
  it.each([
    [10, 0.00833056343336287],
    [12.5, 0.006665247032707682],
    [1e7, 8.33333333333333e-9],
  ])("stirlingError(%d), 1e-14", (x, reference) => {
    expectClose(stirlingError(x), reference, 1e-14);
  });
  it("stirlingError below 10, by recurrence, 1e-13", () => {
    expectClose(stirlingError(0.5), 0.15342640972002736, 1e-13);
    expectClose(stirlingError(1), 0.08106146679532726, 1e-13);
  });
  it("regularizedBeta, shapes 0.5 to 1e7, both tails to 1e-290, 1e-12", () => {
    onGrid("regularizedBeta", regularizedBeta, "lower", 1e-12);
    onGrid("regularizedBeta", regularizedBetaUpper, "upper", 1e-12);
  });
  it("inverseRegularizedBeta, shapes 0.5 to 1e9, p 1e-100 to 1 - 1e-12, 1e-13", () => {
    onGrid("inverseRegularizedBeta", inverseRegularizedBeta, "x", 1e-13);
  });
  it("regularizedGamma, shapes 0.5 to 1e5, both tails, 1e-13", () => {
    onGrid("regularizedGamma", regularizedGamma, "lower", 1e-13);
    onGrid("regularizedGamma", regularizedGammaUpper, "upper", 1e-13);
  });
  it("chiSquaredUpperTail is the gamma tail at half the arguments, 1e-13", () => {
    onGrid("regularizedGamma", (a, x) => chiSquaredUpperTail(2 * x, 2 * a), "upper", 1e-13);
  });
  it("normalUpperTail and normalCdf from -37 to 37, 1e-14", () => {
    onGrid("normalUpperTail", normalUpperTail, "value", 1e-14);
    onGrid("normalUpperTail", (z) => normalCdf(-z), "value", 1e-14);
  });
  it("normalQuantile from 1e-300 to 1 - 1e-13, 1e-15", () => {
    onGrid("normalQuantile", normalQuantile, "z", 1e-15);
  });
  it("studentTCdf, df 1 to 1e4, t from -1e6 (tails to 1e-281), 1e-12", () => {
    onGrid("studentTCdf", studentTCdf, "value", 1e-12);
  });
  it("studentTQuantile, df 1 to 1e4, p 1e-30 to 1 - 1e-9, 1e-12", () => {
    onGrid("studentTQuantile", studentTQuantile, "t", 1e-12);
  });
});

describe("identities and edges", () => {
  it("an incomplete beta with whole shapes is a binomial tail, here 2^-10 sums", () => {
    // P(at least 7 heads of 10) = (120 + 45 + 10 + 1) / 1024
    expectClose(regularizedBeta(0.5, 7, 4), 176 / 1024, 1e-15);
    expectClose(regularizedBetaUpper(0.5, 7, 4), 848 / 1024, 1e-15);
  });
  it("ends of the beta function and of its inverse are exact", () => {
    expect(regularizedBeta(0, 2, 3)).toBe(0);
    expect(regularizedBeta(1, 2, 3)).toBe(1);
    expect(regularizedBetaUpper(0, 2, 3)).toBe(1);
    expect(regularizedBetaUpper(1, 2, 3)).toBe(0);
    expect(inverseRegularizedBeta(0, 2, 3)).toBe(0);
    expect(inverseRegularizedBeta(1, 2, 3)).toBe(1);
  });
  it("Beta(1, b) and Beta(a, 1) quantiles have closed forms", () => {
    for (const p of [1e-9, 0.025, 0.5, 0.975]) {
      expectClose(inverseRegularizedBeta(p, 1, 150), -Math.expm1(Math.log1p(-p) / 150), 1e-13);
      expectClose(inverseRegularizedBeta(p, 150, 1), p ** (1 / 150), 1e-13);
    }
  });
  it("a quantile that would underflow is 0, and deep tails do not hang", () => {
    expect(inverseRegularizedBeta(1e-200, 0.5, 0.5)).toBe(0);
    expect(regularizedBeta(1e-4, 1e5, 1e5)).toBe(0);
    expect(inverseRegularizedBeta(0.5, 1e8, 1e8)).toBeCloseTo(0.5, 12);
  });
  it("the normal tail reaches 0 beyond 38.6 and 1 at minus infinity", () => {
    expect(normalUpperTail(Infinity)).toBe(0);
    expect(normalUpperTail(-Infinity)).toBe(1);
    expect(normalUpperTail(38)).toBeGreaterThan(0);
    expect(normalUpperTail(41)).toBe(0);
  });
  it("the middle of a symmetric distribution is exact", () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(studentTQuantile(0.5, 7)).toBe(0);
    expect(studentTCdf(0, 7)).toBe(0.5);
    expect(regularizedGamma(2, 0)).toBe(0);
    expect(regularizedGammaUpper(2, 0)).toBe(1);
    expect([logGamma(1), logGamma(2)]).toEqual([0, 0]);
  });
  it("a compensated sum keeps what plain addition drops", () => {
    expect(compensatedSum([])).toBe(0);
    expect(compensatedSum([1, 1e100, 1, -1e100])).toBe(2);
    expect(compensatedSum(new Array<number>(1e6).fill(0.1))).toBe(1e5);
  });
  it.each([
    ["Unexpected x 0, expected 0 < x < Infinity", () => logGamma(0)],
    ["Unexpected x 1.5, expected 0 <= x <= 1", () => regularizedBeta(1.5, 1, 1)],
    ["Unexpected shapes 0 and 1, expected finite numbers > 0", () => regularizedBeta(0.5, 0, 1)],
    ["Unexpected p -1, expected 0 <= p <= 1", () => inverseRegularizedBeta(-1, 1, 1)],
    ["Unexpected shape 0 and x 1", () => regularizedGamma(0, 1)],
    ["Unexpected p 0, expected 0 < p < 1", () => normalQuantile(0)],
    ["Unexpected p 1, expected 0 < p < 1", () => normalQuantile(1)],
    ["Unexpected z NaN, expected a number", () => normalUpperTail(NaN)],
    ["Unexpected t NaN, expected a finite number", () => studentTCdf(NaN, 3)],
    ["Unexpected df 0, expected 0 < df < Infinity", () => studentTCdf(1, 0)],
    ["Unexpected df 0.5, expected 1 <= df < Infinity", () => studentTQuantile(0.2, 0.5)],
    ["Unexpected p 1, expected 0 < p < 1", () => studentTQuantile(1, 5)],
  ])("%s", (message, call) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(message);
  });
});
