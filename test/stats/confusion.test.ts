import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accuracy } from "../../src/stats/accuracy.js";
import { balancedAccuracy } from "../../src/stats/balanced-accuracy.js";
import { cohenKappa } from "../../src/stats/cohen-kappa.js";
import { confusionAt } from "../../src/stats/confusion-at.js";
import { f1Interval } from "../../src/stats/f1-interval.js";
import { fBeta } from "../../src/stats/f-beta.js";
import { falseAlarmShare } from "../../src/stats/false-alarm-share.js";
import { matthews } from "../../src/stats/matthews.js";
import { netBenefitTreatAll } from "../../src/stats/net-benefit-treat-all.js";
import { netBenefit } from "../../src/stats/net-benefit.js";
import { npv } from "../../src/stats/npv.js";
import { precision } from "../../src/stats/precision.js";
import { recall } from "../../src/stats/recall.js";
import { scoreTable } from "../../src/stats/score-table.js";
import { specificity } from "../../src/stats/specificity.js";
import type { Confusion } from "../../src/stats/types.js";
import { wilsonInterval } from "../../src/stats/wilson-interval.js";
import { expectClose } from "./expect-close.js";
import { readFixture } from "./read-fixture.js";
import { readRows } from "./read-rows.js";

const golden = readFixture("golden/G05_binary_breast_cancer.json") as Record<string, number> & {
  confusion: Confusion;
  net_benefit: Record<string, number>;
  net_benefit_treat_all: Record<string, number>;
};
const table = scoreTable(
  readRows("breast_cancer_scores.csv").map((row) => ({
    score: Number(row("p")),
    positive: row("y") === "1",
  })),
);
const counts = confusionAt(table, 0.5);

describe("G05, scikit-learn 1.2.1 at threshold 0.5", () => {
  it("confusion_matrix", () => {
    expect(counts).toEqual(golden.confusion);
  });
  it.each([
    ["accuracy_score", accuracy(counts), golden.accuracy],
    ["balanced_accuracy_score", balancedAccuracy(counts), golden.balanced_accuracy],
    ["precision_score", precision(counts), golden.precision],
    ["recall_score", recall(counts), golden.recall],
    ["recall_score(pos_label=0)", specificity(counts), golden.specificity],
    ["f1_score", fBeta(counts), golden.f1],
    ["fbeta_score(beta=2)", fBeta(counts, 2), golden.f2],
    ["fbeta_score(beta=0.5)", fBeta(counts, 0.5), golden.f05],
    ["matthews_corrcoef", matthews(counts), golden.mcc],
    ["cohen_kappa_score", cohenKappa(counts), golden.kappa],
  ])("%s", (_call, actual, reference) => {
    expectClose(actual, reference, 1e-12);
  });
  it("the counts that scikit-learn leaves to the reader", () => {
    expectClose(falseAlarmShare(counts), 39 / 357, 1e-15);
    expectClose(npv(counts), 318 / 322, 1e-15);
  });
  it.each(Object.keys(golden.net_benefit))("net benefit by formula at pt %s", (key) => {
    const pt = Number(key);
    const { tp, fp } = confusionAt(table, pt);
    expectClose(netBenefit(tp, fp, 569, pt), golden.net_benefit[key], 1e-12);
    expectClose(netBenefitTreatAll(212 / 569, pt), golden.net_benefit_treat_all[key], 1e-12);
  });
});

const none: Confusion = { tp: 0, fn: 0, fp: 0, tn: 0 };

describe("confusion metrics at the edges", () => {
  it("are null without their denominator, never 0", () => {
    for (const metric of [
      recall,
      precision,
      specificity,
      npv,
      falseAlarmShare,
      accuracy,
      matthews,
      cohenKappa,
    ]) {
      expect(metric(none)).toBeNull();
    }
    expect(balancedAccuracy({ ...none, tp: 3 })).toBeNull();
    expect(balancedAccuracy({ ...none, tn: 3 })).toBeNull();
    expect(fBeta({ ...none, tn: 3 })).toBeNull();
    expect(f1Interval({ ...none, tn: 3 })).toBeNull();
    expect(precision({ ...none, fn: 3, tn: 1 })).toBeNull();
    expect(recall({ ...none, fp: 3, tn: 1 })).toBeNull();
    expect(netBenefit(0, 0, 0, 0.5)).toBeNull();
  });
  it("matthews is 0 where a margin is 0, kappa null where chance agrees fully", () => {
    expect(matthews({ ...none, tp: 3, fp: 2 })).toBe(0);
    expect(matthews({ ...none, tp: 3, fn: 2 })).toBe(0);
    expect(matthews({ ...none, fn: 3, tn: 2 })).toBe(0);
    expect(matthews({ ...none, fp: 3, tn: 2 })).toBe(0);
    expect(cohenKappa({ ...none, tp: 3 })).toBeNull();
    expect(cohenKappa({ ...none, tp: 3, fp: 2 })).toBe(0);
  });
  it("psych 2.2.9 cohen.kappa: (20, 5, 10, 15) -> .40", () => {
    expectClose(cohenKappa({ tp: 20, fn: 5, fp: 10, tn: 15 }), 0.4, 1e-12);
  });
  it("fBeta is 0 where nothing is caught", () => {
    expect(fBeta({ ...none, fn: 2, fp: 3 })).toBe(0);
  });
  it("ten million cases keep their digits", () => {
    expect(matthews({ tp: 5e6, fn: 0, fp: 0, tn: 5e6 })).toBe(1);
    expect(matthews({ tp: 0, fn: 5e6, fp: 5e6, tn: 0 })).toBe(-1);
  });
  it("net benefit at threshold 0 counts hits only", () => {
    expect(netBenefit(3, 5, 10, 0)).toBe(0.3);
    expect(netBenefitTreatAll(0.3, 0)).toBe(0.3);
  });
  it("rejects what is no count", () => {
    expect(() => recall({ ...none, tp: -1 })).toThrow("Unexpected tp -1, expected an integer >= 0");
    expect(() => accuracy({ ...none, tn: 0.5 })).toThrow(RangeError);
    expect(() => fBeta(counts, 0)).toThrow("Unexpected beta 0, expected 0 < beta < Infinity");
    expect(() => netBenefit(3, 2, 4, 0.5)).toThrow(
      "Unexpected tp 3 and fp 2 of n 4, expected integers with tp + fp <= n",
    );
    expect(() => netBenefit(-1, 0, 4, 0.5)).toThrow(RangeError);
    expect(() => netBenefit(0.5, 0, 4, 0.5)).toThrow(RangeError);
    expect(() => netBenefit(1, 1, 4, 1)).toThrow("Unexpected pt 1, expected 0 <= pt < 1");
    expect(() => netBenefitTreatAll(1.5, 0.5)).toThrow("Unexpected prevalence 1.5");
    expect(() => netBenefitTreatAll(0.5, 1)).toThrow("Unexpected pt 1, expected 0 <= pt < 1");
    expect(() => netBenefitTreatAll(0.5, -1)).toThrow("Unexpected pt -1");
  });
});

describe("f1Interval", () => {
  it("is Wilson's interval of tp / (tp + fp + fn), transformed", () => {
    const overlap = wilsonInterval(208, 208 + 39 + 4);
    const interval = f1Interval(counts);
    expectClose(interval?.low, (2 * (overlap?.low ?? 0)) / (1 + (overlap?.low ?? 0)), 1e-15);
    expectClose(interval?.high, (2 * (overlap?.high ?? 0)) / (1 + (overlap?.high ?? 0)), 1e-15);
  });
  it("holds F1, widens with the level and stays in [0, 1]", () => {
    const cells = fc.record({ tp: fc.nat(50), fn: fc.nat(50), fp: fc.nat(50), tn: fc.nat(50) });
    fc.assert(
      fc.property(cells, (confusion) => {
        const value = fBeta(confusion);
        const [inner, outer] = [f1Interval(confusion, 0.8), f1Interval(confusion, 0.99)];
        if (value === null || inner === null || outer === null) {
          expect([value, inner, outer]).toEqual([null, null, null]);
          return;
        }
        expect(0 <= outer.low && outer.low <= inner.low && inner.low <= value + 1e-15).toBe(true);
        expect(value - 1e-15 <= inner.high && inner.high <= outer.high && outer.high <= 1).toBe(true);
      }),
    );
  });
});
