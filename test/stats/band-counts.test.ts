import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandCounts } from "../../src/stats/band-counts.js";
import { scoreTable } from "../../src/stats/score-table.js";

describe("bandCounts", () => {
  it("counts what a loop over the cases counts, and every case once", () => {
    const score = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10);
    const cases = fc.array(fc.record({ score, positive: fc.boolean() }));
    const cuts = fc.uniqueArray(score, { maxLength: 4 }).map((all) => all.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(cases, cuts, (rows, limits) => {
        const expected = [...limits, Infinity].map((high, band) => {
          const low = limits[band - 1] ?? -Infinity;
          const inside = rows.filter((row) => row.score >= low && row.score < high);
          const positives = inside.filter(({ positive }) => positive).length;
          return { positives, negatives: inside.length - positives };
        });
        expect(bandCounts(scoreTable(rows), limits)).toEqual(expected);
      }),
    );
  });
  it("no case and no cut", () => {
    expect(bandCounts([], [0.5])).toEqual([
      { positives: 0, negatives: 0 },
      { positives: 0, negatives: 0 },
    ]);
    expect(bandCounts([{ score: 1, positives: 2, negatives: 3 }], [])).toEqual([
      { positives: 2, negatives: 3 },
    ]);
  });
  it("refuses cuts that do not rise", () => {
    expect(() => bandCounts([], [0.7, 0.4])).toThrow(
      "Unexpected cuts 0.7, 0.4, expected rising finite numbers",
    );
    expect(() => bandCounts([], [0.4, 0.4])).toThrow("expected rising");
    expect(() => bandCounts([], [NaN])).toThrow("Unexpected cuts NaN");
  });
});
