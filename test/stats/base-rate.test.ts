import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accuracyAtBaseRate } from "../../src/stats/accuracy-at-base-rate.js";
import { accuracy } from "../../src/stats/accuracy.js";
import { elkanThreshold } from "../../src/stats/elkan-threshold.js";
import { exactLowerBound } from "../../src/stats/exact-lower-bound.js";
import { exactUpperBound } from "../../src/stats/exact-upper-bound.js";
import { f1AtBaseRate } from "../../src/stats/f1-at-base-rate.js";
import { flagRateAtBaseRate } from "../../src/stats/flag-rate-at-base-rate.js";
import { fBeta } from "../../src/stats/f-beta.js";
import { moverSum } from "../../src/stats/mover-sum.js";
import { netBenefit } from "../../src/stats/net-benefit.js";
import { npvAtBaseRate } from "../../src/stats/npv-at-base-rate.js";
import { npvInterval } from "../../src/stats/npv-interval.js";
import { npv } from "../../src/stats/npv.js";
import { ppvAtBaseRate } from "../../src/stats/ppv-at-base-rate.js";
import { ppvInterval } from "../../src/stats/ppv-interval.js";
import { precision } from "../../src/stats/precision.js";
import { priorShift } from "../../src/stats/prior-shift.js";
import type { Confusion } from "../../src/stats/types.js";
import { wilsonInterval } from "../../src/stats/wilson-interval.js";
import { expectClose } from "./expect-close.js";
import { readFixture } from "./read-fixture.js";

const golden = readFixture("golden/G14_prevalence_cost.json") as {
  prevalence: { se: number; sp: number; prevalence: number; ppv: number; npv: number }[];
  elkan: { c10_fp: number; c01_fn: number; c00: number; c11: number; p_star: number }[];
  prior_shift: { p: number; b_train: number; b_new: number; p_new: number }[];
  net_benefit: { tp: number; fp: number; n: number; pt: number; value: number };
};

describe("G14, closed forms", () => {
  it.each(golden.prevalence)(
    "Bayes: Se $se, Sp $sp at $prevalence",
    ({ se, sp, prevalence, ppv, npv: negative }) => {
      expectClose(ppvAtBaseRate(se, sp, prevalence), ppv, 1e-12);
      expectClose(npvAtBaseRate(se, sp, prevalence), negative, 1e-12);
    },
  );
  it.each(golden.elkan)("Elkan 2001 eq. 2: false alarm $c10_fp, miss $c01_fn, $c00, $c11", (costs) => {
    const { c10_fp: fp, c01_fn: fn, c00: tn, c11: tp } = costs;
    expectClose(elkanThreshold({ fp, fn, tp, tn }), costs.p_star, 1e-12);
  });
  it.each(golden.prior_shift)("prior shift: $p from $b_train to $b_new", ({ p, b_train, b_new, p_new }) => {
    expectClose(priorShift(p, b_train, b_new), p_new, 1e-12);
  });
  it("Vickers & Elkin 2006 net benefit", () => {
    const { tp, fp, n, pt, value } = golden.net_benefit;
    expectClose(netBenefit(tp, fp, n, pt), value, 1e-12);
  });
});

const counts: Confusion = { tp: 200, fn: 40, fp: 600, tn: 19160 };

describe("ppvInterval and npvInterval, Mercaldo 2007", () => {
  it("200/240 caught, 600/19,760 false, at .012 -> .250 (.232-.269)", () => {
    const ppv = ppvInterval(counts, 0.012);
    expect(ppv?.value).toBeCloseTo(0.25, 3);
    expect(ppv?.low).toBeCloseTo(0.232, 3);
    expect(ppv?.high).toBeCloseTo(0.269, 3);
    expect(ppv).toMatchObject({ side: "two-sided", method: "mercaldo-logit" });
    // By the formula: logit(.012) + ln((200/240)/(600/19760)), 1/200 - 1/240 + 1/600 - 1/19760.
    const centre = Math.log(0.012 / 0.988) + Math.log(200 / 240 / (600 / 19760));
    const half = 1.959963984540054 * Math.sqrt(1 / 200 - 1 / 240 + 1 / 600 - 1 / 19760);
    expectClose(ppv?.low, 1 / (1 + Math.exp(half - centre)), 1e-12);
    expectClose(ppv?.high, 1 / (1 + Math.exp(-half - centre)), 1e-12);
  });
  it("NPV is the PPV of the mirrored table", () => {
    const mirrored = { tp: counts.tn, fn: counts.fp, fp: counts.fn, tn: counts.tp };
    const [a, b] = [npvInterval(counts, 0.012), ppvInterval(mirrored, 0.988)];
    for (const side of ["value", "low", "high"] as const) expectClose(a?.[side], b?.[side], 1e-12);
    expectClose(a?.value, npvAtBaseRate(200 / 240, 19160 / 19760, 0.012) ?? NaN, 1e-12);
  });
  it("no false alarm says at least, no hit says at most", () => {
    const clean = ppvInterval({ tp: 8, fn: 2, fp: 0, tn: 150 }, 0.01);
    expect(clean).toMatchObject({ value: 1, high: 1, side: "at-least", method: "exact-one-sided" });
    expectClose(clean?.low, ppvAtBaseRate(0.8, 1 - (exactUpperBound(0, 150) ?? 1), 0.01) ?? NaN, 1e-12);
    const blind = ppvInterval({ tp: 0, fn: 10, fp: 3, tn: 147 }, 0.01);
    expect(blind).toMatchObject({ value: 0, low: 0, side: "at-most", method: "exact-one-sided" });
    expectClose(blind?.high, ppvAtBaseRate(exactUpperBound(0, 10) ?? 1, 0.98, 0.01) ?? NaN, 1e-12);
    expect(npvInterval({ tp: 10, fn: 0, fp: 3, tn: 147 }, 0.01)).toMatchObject({
      value: 1,
      side: "at-least",
    });
    expect(npvInterval({ tp: 5, fn: 5, fp: 150, tn: 0 }, 0.01)).toMatchObject({ value: 0, side: "at-most" });
  });
  it("flagging everyone keeps the base rate, between exact bounds", () => {
    const all = ppvInterval({ tp: 30, fn: 0, fp: 50, tn: 0 }, 0.1);
    expectClose(all?.value, 0.1, 1e-12);
    expectClose(all?.low, ppvAtBaseRate(exactLowerBound(30, 30, 0.975) ?? 0, 0, 0.1) ?? NaN, 1e-12);
    expectClose(all?.high, ppvAtBaseRate(1, 1 - (exactLowerBound(50, 50, 0.975) ?? 0), 0.1) ?? NaN, 1e-12);
  });
  it("has no value without flags, without a class, or without doubt about the base rate", () => {
    expect(ppvInterval({ tp: 0, fn: 10, fp: 0, tn: 10 }, 0.1)).toBeNull();
    expect(ppvInterval({ tp: 0, fn: 0, fp: 3, tn: 10 }, 0.1)).toBeNull();
    expect(ppvInterval({ tp: 3, fn: 1, fp: 0, tn: 0 }, 0.1)).toBeNull();
    expect(ppvInterval(counts, 0)).toBeNull();
    expect(npvInterval(counts, 1)).toBeNull();
    expect(ppvAtBaseRate(0.9, 1, 0)).toBeNull();
    expect(npvAtBaseRate(1, 0.9, 1)).toBeNull();
  });
});

const measures = [ppvInterval, npvInterval, accuracyAtBaseRate, flagRateAtBaseRate, f1AtBaseRate];

const cell = fc.integer({ min: 0, max: 60 });
const tables = fc.record({ tp: cell, fn: cell, fp: cell, tn: cell });
const rates = fc.double({ min: 0.001, max: 0.999, noNaN: true });

describe("measures at a base rate", () => {
  it("at the test's own base rate they are the test's own measures", () => {
    fc.assert(
      fc.property(tables, (confusion) => {
        const positives = confusion.tp + confusion.fn;
        const n = positives + confusion.fp + confusion.tn;
        if (positives === 0 || positives === n) return;
        const rate = positives / n;
        expectSame(ppvInterval(confusion, rate)?.value, precision(confusion));
        expectSame(npvInterval(confusion, rate)?.value, npv(confusion));
        expectSame(accuracyAtBaseRate(confusion, rate)?.value, accuracy(confusion));
        expectSame(f1AtBaseRate(confusion, rate)?.value, fBeta(confusion));
        expectSame(flagRateAtBaseRate(confusion, rate)?.value, (confusion.tp + confusion.fp) / n);
      }),
    );
  });
  it("bounds hold the value, stay in [0, 1] and widen with the level", () => {
    fc.assert(
      fc.property(tables, rates, (confusion, rate) => {
        for (const measure of measures) {
          const [inner, outer] = [measure(confusion, rate, 0.8), measure(confusion, rate, 0.99)];
          if (inner === null || outer === null) continue;
          expect(0 <= outer.low && outer.low <= inner.low && inner.low <= inner.value + 1e-12).toBe(true);
          expect(inner.value - 1e-12 <= inner.high && inner.high <= outer.high && outer.high <= 1).toBe(true);
        }
      }),
    );
  });
  it("counts halved by a design effect of 2 widen the bounds and keep the value", () => {
    const halved = { tp: 100, fn: 20, fp: 300.5, tn: 9579.5 };
    for (const measure of measures) {
      const [whole, half] = [measure(counts, 0.012), measure(halved, 0.012)];
      expect(half?.value).toBeCloseTo(whole?.value ?? NaN, 3);
      expect((half?.high ?? 0) - (half?.low ?? 0)).toBeGreaterThan((whole?.high ?? 0) - (whole?.low ?? 0));
    }
    expect(() => ppvInterval({ ...counts, fp: NaN }, 0.1)).toThrow(
      "Unexpected fp NaN, expected a finite number >= 0",
    );
    expect(() => f1AtBaseRate({ ...counts, tp: -1 }, 0.1)).toThrow(RangeError);
    expect(() => accuracyAtBaseRate(counts, 1.2)).toThrow(
      "Unexpected baseRate 1.2, expected 0 <= baseRate <= 1",
    );
  });
  it("accuracy is MOVER over Wilson bounds", () => {
    const [se, sp] = [wilsonInterval(200, 240), wilsonInterval(19160, 19760)];
    const low = Math.hypot(0.3 * (200 / 240 - (se?.low ?? 0)), 0.7 * (19160 / 19760 - (sp?.low ?? 0)));
    const result = accuracyAtBaseRate(counts, 0.3);
    expectClose(result?.low, (result?.value ?? 0) - low, 1e-12);
    expect(moverSum([])).toEqual({ value: 0, low: 0, high: 0 });
  });
  it("F1 by the delta method on ln J, by hand", () => {
    const [se, fpr, pi] = [200 / 240, 600 / 19760, 0.012];
    const reach = pi + (1 - pi) * fpr;
    const variance = (1 - se) / 200 + (((1 - pi) / reach) ** 2 * fpr * (1 - fpr)) / 19760;
    const low = ((pi * se) / reach) * Math.exp(-1.959963984540054 * Math.sqrt(variance));
    expectClose(f1AtBaseRate(counts, 0.012)?.low, (2 * low) / (1 + low), 1e-12);
  });
  it("F1 without hits says at most, a perfect test at least, a missing class nothing", () => {
    expect(f1AtBaseRate({ tp: 0, fn: 9, fp: 1, tn: 9 }, 0.1)).toMatchObject({
      value: 0,
      low: 0,
      side: "at-most",
    });
    const perfect = f1AtBaseRate({ tp: 30, fn: 0, fp: 0, tn: 300 }, 0.1);
    expect(perfect).toMatchObject({ value: 1, high: 1, side: "at-least", method: "exact-box" });
    const [se, fpr] = [exactLowerBound(30, 30, 0.975) ?? 0, exactUpperBound(0, 300, 0.975) ?? 1];
    const overlap = (0.1 * se) / (0.1 + 0.9 * fpr);
    expectClose(perfect?.low, (2 * overlap) / (1 + overlap), 1e-12);
    expect(f1AtBaseRate({ tp: 0, fn: 0, fp: 1, tn: 9 }, 0.1)).toBeNull();
    expect(f1AtBaseRate({ tp: 3, fn: 1, fp: 0, tn: 0 }, 0.1)).toBeNull();
    expect(f1AtBaseRate(counts, 0)).toBeNull();
    expect(accuracyAtBaseRate({ tp: 3, fn: 1, fp: 0, tn: 0 }, 0.1)).toBeNull();
  });
});

describe("costs and priors at the edges", () => {
  it("there is no threshold where one decision is best for every case", () => {
    expect(elkanThreshold({ fp: 0, fn: 5 })).toBeNull();
    expect(elkanThreshold({ fp: 5, fn: 1, tp: 2 })).toBeNull();
    expect(() => elkanThreshold({ fp: NaN, fn: 5 })).toThrow(
      "Unexpected cost fp NaN, expected a finite number",
    );
  });
  it("priorShift keeps certainty, and has no answer where the new base rate rules it out", () => {
    expect([priorShift(0, 0.2, 0.5), priorShift(1, 0.2, 0.5)]).toEqual([0, 1]);
    expect(priorShift(1, 0.2, 0)).toBeNull();
    expect(priorShift(0.3, 0.2, 0)).toBe(0);
    expect(() => priorShift(0.3, 0, 0.5)).toThrow(
      "Unexpected trainedBaseRate 0, expected 0 < trainedBaseRate < 1",
    );
  });
  it("priorShift there and back again", () => {
    fc.assert(
      fc.property(rates, rates, rates, (p, from, to) => {
        expectClose(priorShift(priorShift(p, from, to) ?? NaN, to, from), p, 1e-9);
      }),
    );
  });
});

function expectSame(actual: number | undefined, reference: number | null): void {
  if (reference === null) expect(actual).toBeUndefined();
  else expect(actual).toBeCloseTo(reference, 12);
}
