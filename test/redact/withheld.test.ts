import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Slice } from "../../src/model/assessment.js";
import { exposureOf } from "../../src/redact/hidden-slices.js";

const parts = ["n", "positives", "negatives"] as const;
type Part = (typeof parts)[number];

function sliceOf(positives: number, negatives: number, index: number): Slice {
  return {
    id: `c=${index}`,
    evaluation: "e",
    column: "c",
    value: String(index),
    negated: false,
    name: null,
    column_name: null,
    n: positives + negatives,
    positives,
    negatives,
  };
}

/**
 * Counts that a reader can hold possible for one withheld group: of each he knows whether it is under 10, and
 * what all withheld ones make together.
 */
function possible(own: number, others: readonly number[]): number[] {
  const low = (count: number): number => (count < 10 ? 1 : 10);
  const high = (count: number): number => (count < 10 ? 9 : Number.POSITIVE_INFINITY);
  const sum = own + others.reduce((total, count) => total + count, 0);
  const least = others.reduce((total, count) => total + low(count), 0);
  const most = others.reduce((total, count) => total + high(count), 0);
  return Array.from({ length: 9 }, (_, index) => index + 1).filter(
    (count) => sum - count >= least && sum - count <= most,
  );
}

function withheldOf(slices: readonly Slice[], part: Part): number[] {
  const exposure = exposureOf(slices);
  return slices
    .filter(({ id }) => exposure.get(id) !== "open")
    .map((slice) => slice[part] ?? 0)
    .filter((count) => count > 0);
}

const group = fc.tuple(fc.nat(40), fc.nat(60));

describe("withheld groups", () => {
  it("leave more than one count possible for every small one, whatever the groups are", () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 7 }), group, (some, large) => {
        const all = [...some, [large[0] + 100, large[1] + 100] as const];
        const slices = all.map(([positives, negatives], index) => sliceOf(positives, negatives, index));
        for (const part of parts) {
          const withheld = withheldOf(slices, part);
          for (const [index, own] of withheld.entries())
            if (own < 10) expect(possible(own, withheld.toSpliced(index, 1)).length).toBeGreaterThan(1);
        }
      }),
      { numRuns: 2_000, seed: 7 },
    );
  });

  it("are none where no group is small", () => {
    const slices = [sliceOf(10, 10, 0), sliceOf(50, 80, 1), sliceOf(0, 40, 2)];
    expect([...exposureOf(slices).values()]).toEqual(["open", "open", "open"]);
  });

  it("are not two of nine alone, whose total would tell both", () => {
    const slices = [sliceOf(0, 9, 0), sliceOf(0, 9, 1), sliceOf(30, 50, 2), sliceOf(80, 90, 3)];
    expect([...exposureOf(slices).values()]).toEqual(["hidden", "hidden", "blurred", "open"]);
  });

  it("are not one small and one of exactly ten, whose total would tell both", () => {
    const slices = [sliceOf(0, 1, 0), sliceOf(0, 10, 1), sliceOf(30, 50, 2), sliceOf(80, 90, 3)];
    expect([...exposureOf(slices).values()]).toEqual(["hidden", "blurred", "blurred", "open"]);
  });

  it("are not even called small where all of them together are solved by adding: three under ten make 27", () => {
    const nines = [9, 9, 9].map((count, index) => sliceOf(2, count - 2, index));
    expect([...exposureOf(nines).values()]).toEqual(["veiled", "veiled", "veiled"]);
    const positives = [9, 9, 9].map((count, index) => sliceOf(count, 200, index));
    expect([...exposureOf(positives).values()]).toEqual(["veiled", "veiled", "veiled"]);
  });

  it("leave more than one count possible in a column without a large group, too", () => {
    const few = fc.tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 1, max: 14 }));
    let veiled = 0;
    fc.assert(
      fc.property(fc.array(few, { minLength: 2, maxLength: 6 }), (groups) => {
        const slices = groups.map(([positives, negatives], index) => sliceOf(positives, negatives, index));
        const exposure = exposureOf(slices);
        const isVeiled = [...exposure.values()].includes("veiled");
        if (isVeiled) veiled += 1;
        // Behind a veil a reader knows nothing but what all groups make together: one of two or more is then open.
        if (isVeiled) {
          expect([...exposure.values()].every((one) => one === "veiled")).toBe(true);
          return;
        }
        for (const part of parts) {
          const withheld = withheldOf(slices, part);
          for (const [index, own] of withheld.entries())
            if (own < 10) expect(possible(own, withheld.toSpliced(index, 1)).length).toBeGreaterThan(1);
        }
      }),
      { numRuns: 2_000, seed: 7 },
    );
    expect(veiled).toBeGreaterThan(50);
  });
});
