import { describe, expect, it } from "vitest";
import { binomialDraw } from "../../src/stats/binomial-draw.js";
import { bootstrapInterval } from "../../src/stats/bootstrap-interval.js";
import { countBootstrapInterval } from "../../src/stats/count-bootstrap-interval.js";
import { multinomialDraw } from "../../src/stats/multinomial-draw.js";
import { seededRandom } from "../../src/stats/random.js";

describe("binomialDraw", () => {
  it("a grid of uniform numbers falls on each count as often as its exact chance says", () => {
    const steps = 20_000;
    for (const [n, p] of [
      [7, 0.3],
      [12, 0.5],
      [5, 0.98],
    ] as const) {
      const seen = new Array<number>(n + 1).fill(0);
      for (let step = 0; step < steps; step += 1) {
        const x = binomialDraw(n, p, () => (step + 0.5) / steps);
        seen[x] = (seen[x] ?? 0) + 1;
      }
      for (const [x, count] of seen.entries()) {
        const exact = choose(n, x) * p ** x * (1 - p) ** (n - x);
        expect(Math.abs(count / steps - exact)).toBeLessThan(2 / steps);
      }
    }
  });
  it("ten million trials: mean and variance within four standard errors", () => {
    const random = seededRandom(11);
    const [n, p, draws] = [10_000_000, 0.0123, 2000];
    const values = Array.from({ length: draws }, () => binomialDraw(n, p, random));
    const mean = values.reduce((sum, x) => sum + x, 0) / draws;
    const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (draws - 1);
    const expected = n * p * (1 - p);
    expect(Math.abs(mean - n * p)).toBeLessThan(4 * Math.sqrt(expected / draws));
    expect(Math.abs(variance / expected - 1)).toBeLessThan(4 * Math.sqrt(2 / draws));
  });
  it("certain counts, and what is no binomial", () => {
    expect(binomialDraw(0, 0.5, () => 0.9)).toBe(0);
    expect(binomialDraw(5, 0, () => 0.9)).toBe(0);
    expect(binomialDraw(5, 1, () => 0.1)).toBe(5);
    expect(binomialDraw(3, 0.5, () => 1 - 2 ** -53)).toBeLessThanOrEqual(3);
    expect(() => binomialDraw(-1, 0.5, () => 0)).toThrow("Unexpected n -1 and p 0.5");
    expect(() => binomialDraw(2, NaN, () => 0)).toThrow("p NaN");
  });
});

describe("multinomialDraw", () => {
  it("keeps the sum, leaves empty groups empty, and covers each group as often as it counts", () => {
    const random = seededRandom(3);
    const counts = [50, 0, 30, 20];
    const total = [0, 0, 0, 0];
    for (let draw = 0; draw < 5000; draw += 1) {
      const drawn = multinomialDraw(counts, random);
      expect(drawn.reduce((sum, x) => sum + x, 0)).toBe(100);
      for (const [group, x] of drawn.entries()) total[group] = (total[group] ?? 0) + x;
    }
    expect(total[1]).toBe(0);
    for (const [group, count] of counts.entries()) {
      const error = Math.sqrt(5000 * 100 * (count / 100) * (1 - count / 100));
      expect(Math.abs((total[group] ?? 0) - 5000 * count)).toBeLessThanOrEqual(4 * error);
    }
  });
  it("nothing to draw from", () => {
    expect(multinomialDraw([], () => 0.5)).toEqual([]);
    expect(multinomialDraw([0, 0], () => 0.5)).toEqual([0, 0]);
    expect(() => multinomialDraw([1.5], () => 0.5)).toThrow("Unexpected count 1.5");
  });
});

describe("countBootstrapInterval", () => {
  it("has the bounds of the bootstrap that draws every case, within its own noise", () => {
    const share = ([a = 0, b = 0]: readonly number[]): number => a / (a + b);
    const counted = countBootstrapInterval([30, 70], share, { draws: 4000, seed: 5 });
    const drawn = bootstrapInterval(
      100,
      (times) => times.subarray(0, 30).reduce((sum, count) => sum + count, 0) / 100,
      { draws: 4000, seed: 5 },
    );
    expect(counted.value).toBe(drawn.value);
    // A hundredth is one case of a hundred: the two streams differ by no more.
    expect(Math.abs((counted.interval?.low ?? NaN) - (drawn.interval?.low ?? NaN))).toBeLessThanOrEqual(
      0.0101,
    );
    expect(Math.abs((counted.interval?.high ?? NaN) - (drawn.interval?.high ?? NaN))).toBeLessThanOrEqual(
      0.0101,
    );
  });
  it("says why there is no interval", () => {
    const first = ([a = 0]: readonly number[]): number | null => (a === 0 ? null : a);
    expect(countBootstrapInterval([0, 5], first)).toMatchObject({ value: null, reason: "undefined" });
    expect(countBootstrapInterval([1], first)).toMatchObject({ value: 1, reason: "too-few-units" });
    expect(countBootstrapInterval([5], first)).toMatchObject({ value: 5, reason: "replicates-equal" });
    expect(countBootstrapInterval([1, 9], first, { draws: 200 })).toMatchObject({
      value: 1,
      interval: null,
      reason: "replicates-undefined",
    });
    expect(countBootstrapInterval([2, 3], () => NaN)).toMatchObject({ value: null, reason: "undefined" });
    expect(() => countBootstrapInterval([1, 2], first, { draws: 0 })).toThrow("Unexpected draws 0");
    expect(() => countBootstrapInterval([1, 2], first, { level: 1 })).toThrow("Unexpected level 1");
  });
});

function choose(n: number, k: number): number {
  return k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k;
}
