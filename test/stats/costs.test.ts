import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakEvenPrecision } from "../../src/stats/break-even-precision.js";
import { elkanThreshold } from "../../src/stats/elkan-threshold.js";
import { expectedCost } from "../../src/stats/expected-cost.js";
import { netBenefitAtBaseRate } from "../../src/stats/net-benefit-at-base-rate.js";
import { netBenefit } from "../../src/stats/net-benefit.js";
import { ppvAtBaseRate } from "../../src/stats/ppv-at-base-rate.js";
import { expectClose } from "./expect-close.js";
import { readFixture } from "./read-fixture.js";

const golden = readFixture("golden/G14_prevalence_cost.json") as {
  prevalence: {
    se: number;
    sp: number;
    prevalence: number;
    alerts_per_1000: number;
    false_alerts_per_true: number;
  }[];
  elkan: { c10_fp: number; c01_fn: number; c00: number; c11: number; p_star: number }[];
  net_benefit: { tp: number; fp: number; n: number; pt: number; value: number };
};

const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const money = fc.double({ min: 0.5, max: 900, noNaN: true });

describe("G14, closed forms", () => {
  it.each(golden.prevalence)(
    "flagging costs 1, all else nothing: alerts per 1,000 at Se $se, Sp $sp, $prevalence",
    ({ se, sp, prevalence, alerts_per_1000, false_alerts_per_true }) => {
      const cost = { tp: 1, fp: 1, fn: 0, tn: 0 };
      expectClose(1000 * expectedCost(se, 1 - sp, prevalence, cost), alerts_per_1000, 1e-12);
      const ppv = ppvAtBaseRate(se, sp, prevalence) ?? NaN;
      expectClose(1 / ppv - 1, false_alerts_per_true, 1e-12);
    },
  );
  it("net benefit from rates is net benefit from counts, Vickers & Elkin 2006", () => {
    const { tp, fp, n, pt, value } = golden.net_benefit;
    // Any split of the 569 cases will do: the class sizes cancel.
    const [positives, negatives] = [212, n - 212];
    expectClose(netBenefitAtBaseRate(tp / positives, fp / negatives, positives / n, pt), value, 1e-12);
    expectClose(netBenefit(tp, fp, n, pt), value, 1e-12);
  });
});

describe("breakEvenPrecision", () => {
  it("is c / v: 8 of 60 is 13 of 100, 55 of 60 is 92 of 100", () => {
    expectClose(breakEvenPrecision({ action: 8, miss: 60 }), 8 / 60, 1e-15);
    expectClose(breakEvenPrecision({ action: 55, miss: 60 }), 55 / 60, 1e-15);
  });
  it("is Elkan's threshold of the four costs written out", () => {
    fc.assert(
      fc.property(money, money, money, share, (action, falseAlarm, miss, effect) => {
        const elkan = elkanThreshold({
          fp: action + falseAlarm,
          fn: miss,
          tp: action + (1 - effect) * miss,
        });
        const own = breakEvenPrecision({ action, falseAlarm, miss, effect });
        if (elkan === null || own === null) expect(own).toBe(elkan);
        else expectClose(own, elkan, 1e-9);
      }),
    );
  });
  it("no precision is enough where acting costs what it saves", () => {
    expect(breakEvenPrecision({ action: 60, miss: 60 })).toBeNull();
    expect(breakEvenPrecision({ action: 31, miss: 60, effect: 0.5 })).toBeNull();
    expect(breakEvenPrecision({ action: 0, miss: 0 })).toBeNull();
  });
  it("any precision is enough where nothing is lost by flagging", () => {
    expect(breakEvenPrecision({ action: 0, miss: 60 })).toBe(0);
  });
});

describe("expectedCost", () => {
  it("at the break-even precision flagging costs as much as leaving alone", () => {
    fc.assert(
      fc.property(money, money, share, (action, falseAlarm, effect) => {
        const miss = (action + 1) / effect;
        const precision = breakEvenPrecision({ action, falseAlarm, miss, effect }) ?? NaN;
        const costs = { tp: action + (1 - effect) * miss, fn: miss, fp: action + falseAlarm, tn: 0 };
        // A list whose base rate is the precision: flag all of it, or none.
        expectClose(expectedCost(1, 1, precision, costs), expectedCost(0, 0, precision, costs), 1e-9);
      }),
    );
  });
  it.each([
    [
      "Unexpected tpr 1.2, expected 0 <= tpr <= 1",
      () => expectedCost(1.2, 0, 0, { tp: 0, fn: 0, fp: 0, tn: 0 }),
    ],
    ["Unexpected cost fn NaN", () => expectedCost(1, 0, 0, { tp: 0, fn: NaN, fp: 0, tn: 0 })],
    ["Unexpected pt 1, expected 0 <= pt < 1", () => netBenefitAtBaseRate(1, 0, 0.1, 1)],
    ["Unexpected cost action -1", () => breakEvenPrecision({ action: -1, miss: 1 })],
    [
      "Unexpected cost effect 2, expected at most 1",
      () => breakEvenPrecision({ action: 1, miss: 1, effect: 2 }),
    ],
  ])("%s", (message, call) => {
    expect(call).toThrow(message);
  });
});
