import { describe, expect, it } from "vitest";
import { classAverageInterval } from "../../src/stats/class-average-interval.js";
import { classAverage } from "../../src/stats/class-average.js";
import { dependentAverageInterval } from "../../src/stats/dependent-average-interval.js";
import { macroRateInterval } from "../../src/stats/macro-rate-interval.js";
import { wilsonInterval } from "../../src/stats/wilson-interval.js";
import { expectClose } from "./expect-close.js";
import { reference } from "./many-classes-reference.js";

describe("classAverageInterval", () => {
  it.each(reference.delta)("$average $measure of $matrix: numerical delta method, numpy 2.4.6", (row) => {
    const bounds = classAverageInterval(row.matrix, row.measure, row.average);
    expectClose(bounds?.low, row.low, 1e-6);
    expectClose(bounds?.high, row.high, 1e-6);
  });
  it("claims nothing where its variance is 0 or the average undefined", () => {
    const perfect = [
      [9, 0],
      [0, 9],
    ];
    for (const matrix of [
      perfect,
      [],
      [[0]],
      [[5]],
      [
        [0, 3],
        [3, 0],
      ],
    ]) {
      for (const measure of ["f1", "precision"] as const) {
        expect(classAverageInterval(matrix, measure, "macro")).toBeNull();
        expect(classAverageInterval(matrix, measure, "weighted")).toBeNull();
      }
    }
  });
});

describe("macroRateInterval", () => {
  it("is MOVER of Wilson's intervals, written out", () => {
    const [a, b] = [wilsonInterval(0, 20), wilsonInterval(81, 263)];
    const value = (0 + 81 / 263) / 2;
    const down = Math.sqrt((0 - (a?.low ?? 9)) ** 2 + (81 / 263 - (b?.low ?? 9)) ** 2) / 2;
    const up = Math.sqrt((a?.high ?? 9) ** 2 + ((b?.high ?? 9) - 81 / 263) ** 2) / 2;
    const bounds = macroRateInterval([
      { x: 0, n: 20 },
      { x: 81, n: 263 },
      { x: 0, n: 0 },
    ]);
    expectClose(bounds?.low, value - down, 1e-12);
    expectClose(bounds?.high, value + up, 1e-12);
  });
  it("of one class is Wilson's own, of none is null", () => {
    const one = macroRateInterval([{ x: 25, n: 25 }]);
    expectClose(one?.low, wilsonInterval(25, 25)?.low, 1e-12);
    expect(one?.high).toBe(1);
    expect(macroRateInterval([{ x: 0, n: 0 }])).toBeNull();
    expect(macroRateInterval([])).toBeNull();
  });
});

describe("dependentAverageInterval", () => {
  it("of equal parts is the interval of one, however many", () => {
    const part = { value: 0.7, variance: 0.0025, weight: 1 };
    const one = dependentAverageInterval([part]);
    expectClose(one?.low, 0.7 - 1.959963984540054 * 0.05, 1e-9);
    expect(dependentAverageInterval([part, part, part])?.high).toBeCloseTo(one?.high ?? 9, 12);
  });
  it("is null without weight or spread, clipped to [0, 1], and refuses what is no variance", () => {
    expect(dependentAverageInterval([])).toBeNull();
    expect(dependentAverageInterval([{ value: 1, variance: 0, weight: 1 }])).toBeNull();
    expect(dependentAverageInterval([{ value: 0.5, variance: 1, weight: 1 }])).toEqual({ low: 0, high: 1 });
    expect(() => dependentAverageInterval([{ value: 0.5, variance: NaN, weight: 1 }])).toThrow(
      "Unexpected variance NaN",
    );
  });
});

describe("classAverage", () => {
  it("is null without a value, and weighs a class of no weight as absent", () => {
    expect(classAverage([])).toEqual({ value: null, withZeros: null, undefinedClasses: 0 });
    expect(classAverage([null])).toEqual({ value: null, withZeros: 0, undefinedClasses: 1 });
    expect(classAverage([0.5, null], [3, 0])).toEqual({ value: 0.5, withZeros: 0.5, undefinedClasses: 0 });
    expect(() => classAverage([0.5], [])).toThrow("Unexpected 0 weights, expected 1");
    expect(() => classAverage([0.5], [-1])).toThrow("Unexpected weight -1");
  });
});
