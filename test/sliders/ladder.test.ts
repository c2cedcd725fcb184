import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { ladder, nearestStep } from "../../src/browser/ladder.js";

describe("the values of a slider", () => {
  it("are round numbers between the ends, and today's value", () => {
    expect(ladder(33, 10, 100, true)).toEqual([
      10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 22, 24, 26, 28, 30, 32, 33, 34, 36, 38, 40, 42, 44, 46, 48,
      50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100,
    ]);
    expect(ladder(1.25, 1, 2, false)).toEqual([1, 1.1, 1.2, 1.25, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2]);
    expect(ladder(3, 1, 12, true)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it("rise, hold today's value, and leave no gap above a fifth of a value", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-4, max: 1e9, noNaN: true }), (today) => {
        const values = ladder(today, today / 10, today * 10, false);
        expect(values).toContain(today);
        for (const [index, value] of values.entries()) {
          if (index === 0) continue;
          const before = values[index - 1] ?? 0;
          expect(value).toBeGreaterThan(before);
          expect(value / before).toBeLessThan(1.21);
        }
        expect(values[0]).toBeLessThan(today / 8);
        expect(values.at(-1)).toBeGreaterThan(today * 8);
      }),
    );
  });
});

describe("the step next to a value", () => {
  it("is the nearest one, at the ends too", () => {
    expect([-5, 1.4, 1.6, 2, 99].map((value) => nearestStep([1, 2, 4], value))).toEqual([0, 0, 1, 1, 2]);
    expect(nearestStep([], 3)).toBe(0);
  });
});
