import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countsBehindPrinted } from "../../src/stats/counts-behind-printed.js";
import { rebuildClassCounts } from "../../src/stats/rebuild-class-counts.js";
import { roundsTo } from "../../src/stats/rounds-to.js";

describe("countsBehindPrinted", () => {
  it("lists exactly the counts whose share prints so, whichever way a half is rounded", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 3 }),
        fc.nat({ max: 1000 }),
        (n, digits, hundredth) => {
          const units = Math.min(10 ** digits, hundredth);
          const printed = (units / 10 ** digits).toFixed(digits);
          const fits = Array.from({ length: n + 1 }, (_, x) => x).filter(
            (x) => Math.abs(x * 10 ** digits - units * n) * 2 <= n,
          );
          const expected = fits.length === 0 ? null : { low: fits[0], high: fits.at(-1) };
          expect(countsBehindPrinted(printed, n)).toEqual(expected);
        },
      ),
    );
  });
  it("refuses what is no share", () => {
    for (const printed of ["85%", "1.2", "-0.1", "", "0.", "abc"]) {
      expect(() => countsBehindPrinted(printed, 10)).toThrow(`Unexpected share "${printed}"`);
    }
  });
});

describe("rebuildClassCounts", () => {
  it("finds the counts of G06, scikit-learn 1.2.1 classification_report(digits=4)", () => {
    const lines = [
      { precision: "1.0000", recall: "1.0000", support: 25 },
      { precision: "0.8571", recall: "0.9600", support: 25 },
      { precision: "0.9545", recall: "0.8400", support: 25 },
    ];
    expect(rebuildClassCounts(lines)).toEqual([
      { tp: 25, support: 25, predicted: 25 },
      { tp: 24, support: 25, predicted: 28 },
      { tp: 21, support: 25, predicted: 22 },
    ]);
  });
  it("refuses where two digits leave several, and lets equal sums decide between them", () => {
    const lines = [
      { precision: "0.95", recall: "0.93", support: 1000 },
      { precision: "1.00", recall: "1.00", support: 25 },
    ];
    expect(rebuildClassCounts(lines)).toEqual([null, { tp: 25, support: 25, predicted: 25 }]);
    // 19 of 25 at 0.61 allows 31 predictions only; 13 of 25 at 0.68 allows 19 only.
    const pair = [
      { precision: "0.61", recall: "0.76", support: 25 },
      { precision: "0.68", recall: "0.52", support: 25 },
    ];
    expect(rebuildClassCounts(pair)).toEqual([
      { tp: 19, support: 25, predicted: 31 },
      { tp: 13, support: 25, predicted: 19 },
    ]);
  });
  it("never gives other counts than the true ones, and gives all that are alone", () => {
    const cell = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(
        cell,
        cell,
        cell,
        cell,
        fc.integer({ min: 2, max: 4 }),
        fc.boolean(),
        (a, b, c, d, digits, f1) => {
          const counts = [
            { tp: a, support: a + b, predicted: a + c },
            { tp: d, support: c + d, predicted: b + d },
          ];
          const lines = counts.map(({ tp, support, predicted }) => ({
            precision: (tp / predicted).toFixed(digits),
            recall: (tp / support).toFixed(digits),
            support,
            ...(f1 ? { f1: ((2 * tp) / (support + predicted)).toFixed(digits) } : {}),
          }));
          const own = rebuildClassCounts(lines);
          const together = rebuildClassCounts(lines, true);
          counts.forEach((truth, k) => {
            if (own[k] !== null) expect(own[k]).toEqual(truth);
            if (together[k] !== null) expect(together[k]).toEqual(truth);
            if (own[k] !== null) expect(together[k]).toEqual(truth);
          });
          if (digits === 4) expect(own).toEqual(counts);
        },
      ),
    );
  });
  it("decides by sums only when told that nothing else was predicted", () => {
    const lines = [
      { precision: "0.8", recall: "0.80", support: 50 },
      { precision: "0.83", recall: "0.83", support: 12 },
    ];
    expect(rebuildClassCounts(lines)).toEqual([null, { tp: 10, support: 12, predicted: 12 }]);
    expect(rebuildClassCounts(lines, true)).toEqual([
      { tp: 40, support: 50, predicted: 50 },
      { tp: 10, support: 12, predicted: 12 },
    ]);
  });
  it("leaves a class without a hit, and digits that fit nothing, unbuilt", () => {
    expect(rebuildClassCounts([{ precision: "0.00", recall: "0.00", support: 40 }], true)).toEqual([null]);
    expect(rebuildClassCounts([{ precision: "0.90", recall: "0.77", support: 10 }])).toEqual([null]);
    expect(rebuildClassCounts([{ precision: "0.01", recall: "1", support: 900000 }])).toEqual([null]);
    expect(rebuildClassCounts([])).toEqual([]);
    expect(() => rebuildClassCounts([{ precision: "1", recall: "1", support: -1 }])).toThrow(
      "Unexpected support -1",
    );
  });
});

describe("roundsTo", () => {
  it("takes the last digit as the precision, and a half either way", () => {
    expect(roundsTo(0.845, "0.85")).toBe(true);
    expect(roundsTo(0.855, "0.85")).toBe(true);
    expect(roundsTo(0.8551, "0.85")).toBe(false);
    expect(roundsTo(0.8449, "0.85")).toBe(false);
    expect(roundsTo(0.851, "0.850")).toBe(false);
    expect(roundsTo(97.4, "97")).toBe(true);
    expect(roundsTo(0.0014, "1e-3")).toBe(true);
    expect(roundsTo(-0.011, "-0.01")).toBe(true);
  });
  it("refuses what is no number", () => {
    for (const printed of ["", ".", "n/a", "0,85", "1e", "0x1"]) {
      expect(() => roundsTo(1, printed)).toThrow("Unexpected number");
    }
  });
});
