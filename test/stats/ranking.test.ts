import { describe, expect, it } from "vitest";
import { averagePrecisionInterval } from "../../src/stats/average-precision-interval.js";
import { averagePrecision } from "../../src/stats/average-precision.js";
import { clusteredAuc } from "../../src/stats/clustered-auc.js";
import { confusionAt } from "../../src/stats/confusion-at.js";
import { delongInterval } from "../../src/stats/delong-interval.js";
import { delongPaired } from "../../src/stats/delong-paired.js";
import { delongUnpaired } from "../../src/stats/delong-unpaired.js";
import { delongVariance } from "../../src/stats/delong-variance.js";
import { equalErrorRate } from "../../src/stats/equal-error-rate.js";
import { ksStatistic } from "../../src/stats/ks-statistic.js";
import { partialAuc } from "../../src/stats/partial-auc.js";
import { prAucTrapezoid } from "../../src/stats/pr-auc-trapezoid.js";
import { rocAuc } from "../../src/stats/roc-auc.js";
import { scoreTable } from "../../src/stats/score-table.js";
import { tprAtFpr } from "../../src/stats/tpr-at-fpr.js";
import type { ScoreTable } from "../../src/stats/types.js";
import { youdenThreshold } from "../../src/stats/youden-threshold.js";
import { expectClose } from "./expect-close.js";
import { readFixture } from "./read-fixture.js";
import { readRows } from "./read-rows.js";

type Pair = [number, number];
interface Auc {
  auc: number;
  var_delong: number;
  ci95: Pair;
  ci90: Pair;
}

const g04 = readFixture("golden/G04_auc_delong.json") as {
  s100b: Auc;
  ndka: Auc;
  wfns: Auc;
  delong_paired_s100b_vs_ndka: { z: number; p: number; diff: number; cov: number; ci95_diff: Pair };
  delong_paired_wfns_vs_s100b: { z: number; p: number; ci95_diff: Pair };
  delong_unpaired_s100b_male_vs_female: {
    auc_male: number;
    auc_female: number;
    D: number;
    df: number;
    p: number;
  };
  youden_s100b: { threshold: number; sensitivity: number; specificity: number }[];
  coords_s100b: { threshold: number; tp: number; fp: number; tn: number; fn: number }[];
  partial_auc_spec_90_100: { raw: number; mcclish_corrected: number };
};
const g05 = readFixture("golden/G05_binary_breast_cancer.json") as Record<string, number>;
const g05b = readFixture("golden/G05b_ties.json") as {
  y: number[];
  s: number[];
  roc_auc: number;
  average_precision: number;
  pr_auc_trapezoid: number;
};
const g23 = readFixture("golden/G23_face_verification_bob.json") as {
  dev_eer: { eer_interpolated: number };
  auc_dev: number;
  auc_test: number;
  dev_at_fmr: {
    target: number;
    threshold: number;
    n_gen: number;
    false_matches: number;
    false_nonmatches: number;
  }[];
};

const patients = readRows("aSAH.csv");
type Column = "s100b" | "ndka" | "wfns";

function aneurysms(column: Column, gender?: "Male" | "Female"): ScoreTable {
  return scoreTable(
    patients
      .filter((row) => gender === undefined || row("gender") === gender)
      .map((row) => ({ score: Number(row(column)), positive: row("outcome") === "1" })),
  );
}

function pairs(a: Column, b: Column): { a: number; b: number; positive: boolean }[] {
  return patients.map((row) => ({
    a: Number(row(a)),
    b: Number(row(b)),
    positive: row("outcome") === "1",
  }));
}

const tumours = scoreTable(
  readRows("breast_cancer_scores.csv").map((row) => ({
    score: Number(row("p")),
    positive: row("y") === "1",
  })),
);
const faces = scoreTable(
  readRows("verif_dev.csv").map((row) => ({ score: Number(row("score")), positive: row("genuine") === "1" })),
);
const ties = scoreTable(g05b.s.map((score, i) => ({ score, positive: g05b.y[i] === 1 })));

describe("G04, R pROC 1.18.0 on aSAH", () => {
  it.each(["s100b", "ndka", "wfns"] as const)("auc, var, ci.auc(roc(outcome, %s))", (column) => {
    const golden = g04[column];
    const table = aneurysms(column);
    const estimate = delongVariance(table);
    expectClose(rocAuc(table), golden.auc, 1e-12);
    expectClose(estimate?.auc, golden.auc, 1e-12);
    expectClose(estimate?.variance, golden.var_delong, 1e-10);
    expect(estimate).toMatchObject({ positives: 41, negatives: 72 });
    for (const [level, bounds] of [
      [0.95, golden.ci95],
      [0.9, golden.ci90],
    ] as const) {
      const result = delongInterval(table, level);
      expectClose(result?.interval?.low, bounds[0], 1e-10);
      expectClose(result?.interval?.high, bounds[1], 1e-10);
      expect(result?.reason).toBeUndefined();
    }
  });
  it('roc.test(s100b, ndka, method = "delong", paired = TRUE)', () => {
    const golden = g04.delong_paired_s100b_vs_ndka;
    const result = delongPaired(pairs("s100b", "ndka"));
    expectClose(result?.aucA, g04.s100b.auc, 1e-12);
    expectClose(result?.aucB, g04.ndka.auc, 1e-12);
    expectClose(result?.difference, golden.diff, 1e-10);
    expectClose(result?.covariance, golden.cov, 1e-9);
    expectClose(result?.z, golden.z, 1e-9);
    expectClose(result?.p, golden.p, 1e-9);
    expectClose(result?.interval?.low, golden.ci95_diff[0], 1e-9);
    expectClose(result?.interval?.high, golden.ci95_diff[1], 1e-9);
  });
  it('roc.test(wfns, s100b, method = "delong", paired = TRUE)', () => {
    const golden = g04.delong_paired_wfns_vs_s100b;
    const result = delongPaired(pairs("wfns", "s100b"));
    expectClose(result?.z, golden.z, 1e-9);
    expectClose(result?.p, golden.p, 1e-9);
    expectClose(result?.interval?.low, golden.ci95_diff[0], 1e-9);
    expectClose(result?.interval?.high, golden.ci95_diff[1], 1e-9);
  });
  it("roc.test(roc(male), roc(female), paired = FALSE)", () => {
    const golden = g04.delong_unpaired_s100b_male_vs_female;
    const [male, female] = [aneurysms("s100b", "Male"), aneurysms("s100b", "Female")];
    expectClose(rocAuc(male), golden.auc_male, 1e-12);
    expectClose(rocAuc(female), golden.auc_female, 1e-12);
    const result = delongUnpaired(male, female);
    expectClose(result?.D, golden.D, 1e-9);
    expectClose(result?.df, golden.df, 1e-9);
    expectClose(result?.p, golden.p, 1e-9);
  });
  it("auc(partial.auc = c(1, .9)), raw and partial.auc.correct = TRUE", () => {
    const result = partialAuc(aneurysms("s100b"), { specificityLow: 0.9 });
    expectClose(result?.raw, g04.partial_auc_spec_90_100.raw, 1e-9);
    expectClose(result?.mcclish, g04.partial_auc_spec_90_100.mcclish_corrected, 1e-9);
  });
  it('coords(x = "best", best.method = "youden"): pROC names the midpoint .205, we the score .22', () => {
    const [golden] = g04.youden_s100b;
    const best = youdenThreshold(aneurysms("s100b"));
    expectClose(best?.tpr, golden?.sensitivity, 1e-12);
    expectClose(1 - (best?.fpr ?? 0), golden?.specificity, 1e-12);
    expect(best?.threshold).toBe(0.22);
  });
  it.each(g04.coords_s100b)("coords(x = $threshold)", ({ threshold, tp, fp, tn, fn }) => {
    expect(confusionAt(aneurysms("s100b"), threshold)).toEqual({ tp, fn, fp, tn });
    expect(confusionAt(aneurysms("s100b"), threshold, "below")).toEqual({ tp: fn, fn: tp, fp: tn, tn: fp });
  });
  it("one patient per subject: clusteredAuc equals DeLong", () => {
    const subjects = patients.map((row) =>
      scoreTable([{ score: Number(row("s100b")), positive: row("outcome") === "1" }]),
    );
    const result = clusteredAuc(subjects);
    expectClose(result?.auc, g04.s100b.auc, 1e-12);
    expectClose(result?.variance, g04.s100b.var_delong, 1e-10);
    expectClose(result?.interval?.low, g04.s100b.ci95[0], 1e-10);
    expectClose(result?.interval?.high, g04.s100b.ci95[1], 1e-10);
  });
});

describe("G05, scikit-learn 1.2.1 on the breast cancer scores", () => {
  it("roc_auc_score", () => {
    expectClose(rocAuc(tumours), g05.roc_auc, 1e-12);
    expectClose(2 * (rocAuc(tumours) ?? 0) - 1, g05.gini, 1e-12);
  });
  it("average_precision_score", () => {
    expectClose(averagePrecision(tumours), g05.average_precision, 1e-12);
  });
  it("auc(*precision_recall_curve)", () => {
    expectClose(prAucTrapezoid(tumours), g05.pr_auc_trapezoid, 1e-12);
  });
  it("roc_curve: max(tpr - fpr) and its first argmax", () => {
    expectClose(ksStatistic(tumours), g05.ks_statistic, 1e-12);
    expect(youdenThreshold(tumours)?.threshold).toBe(g05.youden_threshold);
  });
  it("roc_curve: largest tpr with fpr <= 1 % and 5 %", () => {
    expectClose(tprAtFpr(tumours, 0.01)?.tpr, g05.tpr_at_fpr_0_01, 1e-12);
    expectClose(tprAtFpr(tumours, 0.05)?.tpr, g05.tpr_at_fpr_0_05, 1e-12);
  });
  it("roc_curve: equal error rate by linear interpolation", () => {
    expectClose(equalErrorRate(tumours), g05.eer_interpolated, 1e-12);
  });
  it("Boyd 2013 logit interval of the average precision, by hand", () => {
    // eta = ln(.99018565 / .00981435), se = 1 / sqrt(212 .99018565 .00981435)
    const [eta, se] = [4.614047064232707, 0.6966955396083112];
    const interval = averagePrecisionInterval(g05.average_precision ?? 0, 212);
    expectClose(interval?.low, 1 / (1 + Math.exp(-(eta - 1.959963984540054 * se))), 1e-12);
    expectClose(interval?.high, 1 / (1 + Math.exp(-(eta + 1.959963984540054 * se))), 1e-12);
  });
});

describe("G05b, scikit-learn 1.2.1 with ties", () => {
  it("roc_auc_score, average_precision_score, auc(*precision_recall_curve)", () => {
    expectClose(rocAuc(ties), g05b.roc_auc, 1e-12);
    expectClose(averagePrecision(ties), g05b.average_precision, 1e-12);
    expectClose(prAucTrapezoid(ties), g05b.pr_auc_trapezoid, 1e-12);
  });
});

describe("G23, numpy 1.24.2 on bob.bio.base verification scores", () => {
  it("equal error rate, interpolated, and AUC", () => {
    expectClose(equalErrorRate(faces), g23.dev_eer.eer_interpolated, 1e-12);
    expectClose(rocAuc(faces), g23.auc_dev, 1e-12);
  });
  it.each(g23.dev_at_fmr)("smallest observed threshold with FMR <= $target", (golden) => {
    const point = tprAtFpr(faces, golden.target);
    if (golden.target === 0.05) {
      // The reference stops one score early: 26 of 520 is 5 % exactly, but not after its rounding.
      expect(point).toMatchObject({ threshold: 0.002048, fp: 26, fpr: 0.05, tp: 360 });
      return;
    }
    expect(point?.threshold).toBe(golden.threshold);
    expect(point?.fp).toBe(golden.false_matches);
    expect(golden.n_gen - (point?.tp ?? 0)).toBe(golden.false_nonmatches);
  });
});
