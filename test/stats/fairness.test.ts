import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { equalisedOdds } from "../../src/stats/equalised-odds.js";
import { fisherExactP } from "../../src/stats/fisher-exact-p.js";
import { fourFifths } from "../../src/stats/four-fifths.js";
import { impactRatios } from "../../src/stats/impact-ratios.js";
import { largestRateGap } from "../../src/stats/largest-rate-gap.js";
import { newcombeDifference } from "../../src/stats/newcombe-difference.js";
import { scoringRates } from "../../src/stats/scoring-rates.js";
import { expectClose } from "./expect-close.js";
import { readFixture } from "./read-fixture.js";

const golden = readFixture("golden/G12_fairness_ratio.json") as {
  selection: { group: string; selected: number; n: number; rate: number; impact_ratio: number }[];
  scoring: {
    groups: Record<string, number[]>;
    median: number;
    scoring_rate: Record<string, number>;
    impact_ratio: Record<string, number>;
  };
  four_fifths_significance: {
    x1: number;
    n1: number;
    x2: number;
    n2: number;
    ratio: number;
    z_pooled: number;
    katz: [number, number];
  }[];
};

describe("G12, 6 RCNY 5-300 and 5-301 by closed form", () => {
  it("selection rates and impact ratios", () => {
    const rows = impactRatios(
      golden.selection.map(({ group, selected, n }) => ({ group, selected, assessed: n })),
    );
    for (const [index, { group, rate, impact_ratio }] of golden.selection.entries()) {
      expect(rows[index]?.group).toBe(group);
      expectClose(rows[index]?.rate, rate, 1e-12);
      expectClose(rows[index]?.ratio, impact_ratio, 1e-12);
    }
  });
  it("scoring rates: strictly above the median of the whole sample", () => {
    const groups = Object.entries(golden.scoring.groups).map(([group, scores]) => ({
      group,
      scores: scores.map((score) => ({ score, count: 1 })),
    }));
    const { median, rates } = scoringRates(groups);
    expect(median).toBe(golden.scoring.median);
    for (const { group, rate, ratio } of rates) {
      expectClose(rate, golden.scoring.scoring_rate[group], 1e-12);
      expectClose(ratio, golden.scoring.impact_ratio[group], 1e-12);
    }
  });
  it("four-fifths with Katz's interval and the pooled z: 0.851 passes the screen and is clear of 1", () => {
    for (const { x1, n1, x2, n2, ratio, z_pooled, katz } of golden.four_fifths_significance) {
      const result = fourFifths(x1, n1, x2, n2);
      expectClose(result?.ratio, ratio, 1e-12);
      expectClose(result?.z, z_pooled, 1e-9);
      expectClose(result?.interval?.low, katz[0], 1e-9);
      expectClose(result?.interval?.high, katz[1], 1e-9);
      expectClose(result?.pFisher, fisherExactP(x1, n1, x2, n2), 1e-12);
      expect(result).toMatchObject({ flagged: false, clear: true });
    }
  });
});

describe("impactRatios", () => {
  const large = { group: "large", selected: 500, assessed: 1000 };
  it("a group below 2 % gets no ratio and cannot be the highest; its count and rate stay", () => {
    const tiny = { group: "tiny", selected: 10, assessed: 10 };
    const rows = impactRatios([large, tiny], 0.02);
    expect(rows[0]).toMatchObject({ ratio: 1, reason: null });
    expect(rows[1]).toMatchObject({ assessed: 10, rate: 1, ratio: null, reason: "below-share" });
    expect(impactRatios([large, tiny])[0]?.ratio).toBe(0.5);
  });
  it("exactly 2 % is not below it", () => {
    const rows = impactRatios(
      [
        { group: "a", selected: 100, assessed: 343 },
        { group: "b", selected: 1, assessed: 7 },
      ],
      0.02,
    );
    expect(rows[1]?.reason).toBeNull();
  });
  it("unknown categories are counted and compared with nobody", () => {
    const unknown = { group: "unknown", selected: 90, assessed: 100, known: false };
    const rows = impactRatios([large, unknown], 0.02);
    expect(rows[0]?.ratio).toBe(1);
    expect(rows[1]).toMatchObject({ assessed: 100, rate: 0.9, ratio: null, reason: "unknown-category" });
  });
  it("nobody selected, nobody assessed, nobody at all", () => {
    const none = impactRatios([
      { group: "a", selected: 0, assessed: 5 },
      { group: "b", selected: 0, assessed: 0 },
    ]);
    expect(none.map(({ ratio, reason }) => [ratio, reason])).toEqual([
      [null, "no-selection"],
      [null, "none-assessed"],
    ]);
    expect(impactRatios([])).toEqual([]);
    expect(() => impactRatios([{ group: "a", selected: 2, assessed: 1 }])).toThrow("Unexpected x 2 of n 1");
    expect(() => impactRatios([], 2)).toThrow("Unexpected leaveOut 2");
  });
});

describe("scoringRates", () => {
  it("everybody at the median: no rate above 0, and no ratio", () => {
    const { median, rates } = scoringRates([
      { group: "a", scores: [{ score: 5, count: 4 }] },
      { group: "b", scores: [{ score: 5, count: 6 }] },
    ]);
    expect(median).toBe(5);
    expect(rates.map(({ rate, ratio, reason }) => [rate, ratio, reason])).toEqual([
      [0, null, "no-selection"],
      [0, null, "no-selection"],
    ]);
  });
  it("the median of an even sample lies between the middle two, of unknown category too", () => {
    const { median, rates } = scoringRates([
      {
        group: "a",
        scores: [
          { score: 1, count: 1 },
          { score: 4, count: 1 },
        ],
      },
      {
        group: "unknown",
        scores: [
          { score: 2, count: 1 },
          { score: 9, count: 1 },
        ],
        known: false,
      },
    ]);
    expect(median).toBe(3);
    expect(rates[1]).toMatchObject({ selected: 1, ratio: null, reason: "unknown-category" });
  });
  it("counts are worth as many scores, and huge scores do not overflow", () => {
    const scores = [1, 1, 2, 3, 3, 3, 8];
    const alone = scoringRates([{ group: "a", scores: scores.map((score) => ({ score, count: 1 })) }]);
    const counted = scoringRates([
      {
        group: "a",
        scores: [
          { score: 3, count: 3 },
          { score: 1, count: 2 },
          { score: 8, count: 1 },
          { score: 2, count: 1 },
        ],
      },
    ]);
    expect(counted).toEqual(alone);
    expect(
      scoringRates([
        {
          group: "a",
          scores: [
            { score: 1e308, count: 1 },
            { score: 1.5e308, count: 1 },
          ],
        },
      ]).median,
    ).toBe(1.25e308);
  });
  it("nobody, and what is not a score or a count", () => {
    expect(scoringRates([])).toEqual({ median: null, rates: [] });
    expect(scoringRates([{ group: "a", scores: [] }])).toMatchObject({
      median: null,
      rates: [{ reason: "none-assessed" }],
    });
    expect(() => scoringRates([{ group: "a", scores: [{ score: NaN, count: 1 }] }])).toThrow(
      "Unexpected score NaN",
    );
    expect(() => scoringRates([{ group: "a", scores: [{ score: 1, count: -1 }] }])).toThrow(
      "Unexpected count -1",
    );
  });
});

describe("fourFifths", () => {
  it("exactly four fifths is not below, whatever the denominators", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 50 }), (a, b) => {
        expect(fourFifths(4 * a, 10 * a, 5 * b, 10 * b)?.flagged).toBe(false);
        expect(fourFifths(4 * a - 1, 10 * a, 5 * b, 10 * b)?.flagged).toBe(true);
      }),
    );
  });
  it("few persons: flagged by the screen and not clear of chance", () => {
    const result = fourFifths(3, 10, 5, 10);
    expect(result).toMatchObject({ flagged: true, clear: false });
    expect(result?.pFisher).toBeGreaterThan(0.5);
  });
  it("zeros: no ratio over nobody, none of the group selected, an empty group", () => {
    expect(fourFifths(3, 10, 0, 10)).toMatchObject({
      ratio: null,
      interval: null,
      flagged: false,
      clear: false,
    });
    expect(fourFifths(0, 10, 5, 10)).toMatchObject({ ratio: 0, interval: null, flagged: true, clear: false });
    expect(fourFifths(10, 10, 10, 10)).toMatchObject({ ratio: 1, z: null, pNormal: null, pFisher: 1 });
    expect(fourFifths(0, 0, 5, 10)).toBeNull();
  });
});

describe("gaps between groups", () => {
  const groups = [
    { group: "a", tp: 80, fn: 20, fp: 30, tn: 70 },
    { group: "b", tp: 60, fn: 40, fp: 10, tn: 90 },
    { group: "c", tp: 70, fn: 30, fp: 60, tn: 40 },
  ];
  it("the widest pair, at Bonferroni's level for the pairs it was picked from", () => {
    const gap = largestRateGap(groups.map(({ group, tp, fn }) => ({ group, x: tp, n: tp + fn })));
    expect(gap).toMatchObject({ highest: { group: "a" }, lowest: { group: "b" } });
    expectClose(gap?.difference, 0.2, 1e-12);
    expectClose(gap?.ratio, 0.75, 1e-12);
    const simultaneous = newcombeDifference(80, 100, 60, 100, 1 - 0.05 / 3)?.interval;
    expectClose(gap?.interval.low, simultaneous?.low, 1e-12);
    expectClose(gap?.interval.high, simultaneous?.high, 1e-12);
  });
  it("equalised odds take the larger of the two gaps", () => {
    const result = equalisedOdds(groups);
    expectClose(result.difference, 0.5, 1e-12);
    expectClose(result.recall?.difference, 0.2, 1e-12);
    expect(result.falseAlarms).toMatchObject({ highest: { group: "c" }, lowest: { group: "b" } });
  });
  it("one group, no group, groups without the class", () => {
    expect(largestRateGap([])).toBeNull();
    expect(largestRateGap([{ group: "a", x: 1, n: 2 }])).toBeNull();
    expect(
      largestRateGap([
        { group: "a", x: 1, n: 2 },
        { group: "b", x: 0, n: 0 },
      ]),
    ).toBeNull();
    expect(
      largestRateGap([
        { group: "a", x: 0, n: 2 },
        { group: "b", x: 0, n: 3 },
      ]),
    ).toMatchObject({
      difference: 0,
      ratio: null,
    });
    const half = equalisedOdds([
      { group: "a", tp: 0, fn: 0, fp: 1, tn: 9 },
      { group: "b", tp: 3, fn: 1, fp: 2, tn: 8 },
    ]);
    expect(half).toMatchObject({ difference: null, recall: null });
    expect(half.falseAlarms).not.toBeNull();
    expect(() => equalisedOdds([{ group: "a", tp: -1, fn: 0, fp: 0, tn: 0 }])).toThrow("Unexpected tp -1");
  });
});
