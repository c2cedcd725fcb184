import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benjaminiHochberg } from "../../src/stats/benjamini-hochberg.js";
import { benjaminiYekutieli } from "../../src/stats/benjamini-yekutieli.js";
import { bonferroni } from "../../src/stats/bonferroni.js";
import { holm } from "../../src/stats/holm.js";
import { expectClose } from "./expect-close.js";
import { readFixture } from "./read-fixture.js";

const golden = readFixture("golden/G16_multiplicity.json") as {
  p: number[];
  adjusted: Record<string, number[]>;
  rejected: Record<string, number>;
};

const methods = [
  ["fdr_bh", benjaminiHochberg],
  ["fdr_by", benjaminiYekutieli],
  ["bonferroni", bonferroni],
  ["holm", holm],
] as const;

describe.each(methods)("%s", (name, adjust) => {
  it(`G16, statsmodels 0.13.5 multipletests(method="${name}"), data of Benjamini & Hochberg 1995`, () => {
    const adjusted = adjust(golden.p);
    adjusted.forEach((value, i) => expectClose(value, golden.adjusted[name]?.[i], 1e-12));
    expect(adjusted.filter((value) => value <= 0.05)).toHaveLength(golden.rejected[name] ?? -1);
  });
  it("keeps the order of the input, ties equal, and never falls below p", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (p) => {
        const adjusted = adjust(p);
        const sorted = adjust([...p].sort((a, b) => a - b));
        expect([...adjusted].sort((a, b) => a - b)).toEqual(sorted);
        adjusted.forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual((p[i] ?? 0) * (1 - 1e-12));
          expect(value).toBeLessThanOrEqual(1);
        });
      }),
    );
  });
  it("gives [] for no tests and rejects what is no p-value", () => {
    expect(adjust([])).toEqual([]);
    expect(adjust([0, 1])).toEqual(expect.arrayContaining([0, 1]));
    expect(() => adjust([0.2, NaN])).toThrow("Unexpected p-value NaN at 1, expected 0 <= p <= 1");
    expect(() => adjust([1.2])).toThrow("Unexpected p-value 1.2 at 0");
    expect(() => adjust([-0.1])).toThrow("Unexpected p-value -0.1 at 0");
  });
});
