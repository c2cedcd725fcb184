import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";

import type { Assessment } from "../../src/model/assessment.js";
import { expectClose } from "../stats/expect-close.js";
import { readFixture } from "../stats/read-fixture.js";
import { assessFiles, assessPlan, estimateAt, planFile, valueOf } from "./project-folder.js";
import { wilson } from "./recount-metrics.js";

/*
 * The golden numbers of other packages, reached by the whole way from a CSV file to the Assessment. aSAH.csv is
 * under the GPL and is used in tests only.
 */
interface Golden04 {
  readonly s100b: { readonly auc: number; readonly ci95: readonly [number, number] };
  readonly ndka: { readonly auc: number; readonly ci95: readonly [number, number] };
  readonly wfns: { readonly auc: number; readonly ci95: readonly [number, number] };
  readonly coords_s100b: readonly {
    readonly threshold: number;
    readonly tp: number;
    readonly fp: number;
    readonly tn: number;
    readonly fn: number;
    readonly ppv: number;
    readonly npv: number;
  }[];
}

const g04 = readFixture("golden/G04_auc_delong.json") as Golden04;
const g05 = readFixture("golden/G05_binary_breast_cancer.json") as Record<string, number> & {
  readonly confusion: Record<string, number>;
  readonly reliability_bins_width10: readonly { n: number; mean_p: number; events: number }[];
};

const g14 = readFixture("golden/G14_prevalence_cost.json") as {
  readonly prevalence: readonly Readonly<
    Record<"se" | "sp" | "prevalence" | "ppv" | "npv" | "alerts_per_1000", number>
  >[];
};

function input(name: string): string {
  return readFileSync(new URL(`../fixtures/golden/inputs/${name}`, import.meta.url), "utf8");
}

describe("aSAH against pROC, three markers as three evaluations", () => {
  const ranges = { s100b: [0, 3], ndka: [0, 500], wfns: [1, 5] } as const;
  const markers = ["s100b", "ndka", "wfns"] as const;
  let assessment: Assessment;
  beforeAll(async () => {
    const evaluations = markers.map((id) => ({
      id,
      data: "aSAH.csv",
      label: "outcome",
      positive: 1,
      score: id,
      score_range: ranges[id],
      ...(id === "s100b" ? { threshold: 0.205 } : {}),
    }));
    assessment = await assessFiles({
      "aSAH.csv": input("aSAH.csv"),
      "forthright.yaml": planFile({ evaluations }),
    });
  });

  it.each(markers)("the area under the curve of %s and its DeLong interval", (marker) => {
    const { value, interval } = estimateAt(assessment, `${marker}/roc-auc@all`);
    expectClose(value, g04[marker].auc, 1e-12);
    expectClose(interval?.low, g04[marker].ci95[0], 1e-9);
    expectClose(interval?.high, g04[marker].ci95[1], 1e-9);
    expect(interval?.method).toBe("DeLong");
  });

  it("the confusion of s100b at the threshold pROC was asked for", () => {
    const right = g04.coords_s100b.find(({ threshold }) => threshold === 0.205);
    const recall = estimateAt(assessment, "s100b/recall@all");
    const alarms = estimateAt(assessment, "s100b/false-alarms@all");
    expect([recall.numerator, recall.denominator, alarms.numerator, alarms.denominator]).toEqual([
      right?.tp,
      (right?.tp ?? 0) + (right?.fn ?? 0),
      right?.fp,
      (right?.fp ?? 0) + (right?.tn ?? 0),
    ]);
    expectClose(valueOf(assessment, "s100b/precision-test@all"), right?.ppv, 1e-12);
    expectClose(valueOf(assessment, "s100b/npv-test@all"), right?.npv, 1e-12);
  });

  it("a marker without a threshold has no rates, and says why", () => {
    const recall = estimateAt(assessment, "ndka/recall@all");
    expect([recall.value, recall.reason]).toEqual([null, "no-threshold"]);
  });

  it("every id is prefixed by its evaluation", () => {
    const ids = [...assessment.estimates, ...assessment.distributions, ...assessment.tables].map(
      ({ id }) => id,
    );
    expect(ids.filter((id) => !/^(s100b|ndka|wfns)\//.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("breast cancer scores against scikit-learn", () => {
  let assessment: Assessment;
  beforeAll(async () => {
    assessment = await assessFiles({
      "scores.csv": input("breast_cancer_scores.csv"),
      "forthright.yaml": planFile({
        deployment: { threshold: 0.5 },
        evaluations: [{ id: "wdbc", data: "scores.csv", label: "y", positive: 1, score: "p", row_id: "id" }],
      }),
    });
  });

  it.each([
    ["roc-auc", "roc_auc"],
    ["average-precision", "average_precision"],
    ["brier-score", "brier"],
    ["log-loss", "log_loss"],
    ["ece", "ece_width10"],
    ["base-rate", "prevalence"],
    ["accuracy-test", "accuracy"],
    ["precision-test", "precision"],
    ["recall", "recall"],
    ["specificity", "specificity"],
    ["f1-test", "f1"],
  ] as const)("%s", (metric, golden) => {
    expectClose(valueOf(assessment, `${metric}@all`), g05[golden], 1e-12);
  });

  it("the confusion at 0.5", () => {
    const { tp, fn, fp, tn } = g05.confusion;
    const recall = estimateAt(assessment, "recall@all");
    const specificity = estimateAt(assessment, "specificity@all");
    expect(recall.numerator).toBe(tp);
    expect((recall.denominator ?? 0) - (recall.numerator ?? 0)).toBe(fn);
    expect(specificity.numerator).toBe(tn);
    expect((specificity.denominator ?? 0) - (specificity.numerator ?? 0)).toBe(fp);
  });

  it("the baseline of the log loss", () => {
    expectClose(estimateAt(assessment, "log-loss@all").baseline, g05.log_loss_base_rate, 1e-12);
  });

  it("the ten bands of the calibration table", () => {
    const rows = assessment.tables.find(({ id }) => id === "calibration@all")?.rows ?? [];
    for (const [index, bin] of g05.reliability_bins_width10.entries()) {
      const [, , n, positives, expected] = rows[index]?.cells ?? [];
      expect([n, positives]).toEqual([bin.n, bin.events]);
      expectClose(expected, bin.n * bin.mean_p, 1e-12);
    }
  });

  it("no id is prefixed, because there is one evaluation", () => {
    expect(assessment.estimates.filter(({ id }) => id.includes("/"))).toEqual([]);
  });
});

describe("Bayes' formula by hand, at a stated base rate", () => {
  it.each(g14.prevalence)("$se, $sp at $prevalence", async (golden) => {
    const { se, sp, prevalence, ppv, npv, alerts_per_1000: alerts } = golden;
    const assessment = await assessPlan({
      deployment: { base_rate: prevalence },
      evaluations: [{ id: "sheet", rates: { sensitivity: se, specificity: sp } }],
    });
    expectClose(valueOf(assessment, "precision@all"), ppv, 1e-12);
    expectClose(valueOf(assessment, "npv@all"), npv, 1e-12);
    expectClose((valueOf(assessment, "flag-rate@all") ?? 0) * 1_000, alerts, 1e-12);
  });
});

describe("evidence without rows", () => {
  const counts = { tp: 40, fn: 10, fp: 95, tn: 855 };
  const rates = { sensitivity: 0.9, specificity: 0.95, precision: 0.3, prevalence: 0.02 };

  it("counts give rates with Wilson intervals", async () => {
    const assessment = await assessPlan({ evaluations: [{ id: "published", counts }] });
    for (const [metric, x, n] of [
      ["recall", 40, 50],
      ["false-alarms", 95, 950],
      ["precision-test", 40, 135],
      ["npv-test", 855, 865],
      ["accuracy-test", 895, 1_000],
    ] as const) {
      const { numerator, denominator, interval, origin } = estimateAt(assessment, `${metric}@all`);
      expect([numerator, denominator, origin, interval?.method]).toEqual([x, n, "measured", "Wilson"]);
      expectClose(interval?.low, wilson(x, n)[0], 1e-12);
      expectClose(interval?.high, wilson(x, n)[1], 1e-12);
    }
  });

  it("counts give no scores, and no histogram", async () => {
    const assessment = await assessPlan({ evaluations: [{ id: "published", counts }] });
    expect(estimateAt(assessment, "roc-auc@all").reason).toBe("no-scores");
    expect(assessment.distributions).toEqual([]);
    // One decision is all that counts tell of: it can be weighed against flagging all and none, at no other threshold.
    expect(assessment.tables.map(({ id }) => id)).toEqual(["break-even-ranges@all"]);
  });

  it("rates stay as reported and gain no interval, though a base rate is stated", async () => {
    const assessment = await assessPlan({
      deployment: { base_rate: { value: 0.01, low: 0.005, high: 0.02 } },
      evaluations: [{ id: "sheet", kind: "vendor", rates }],
    });
    expect(assessment.estimates.filter(({ interval }) => interval !== null)).toEqual([]);
    for (const metric of ["recall", "specificity", "false-alarms", "precision-test", "base-rate"])
      expect(estimateAt(assessment, `${metric}@all`).origin).toBe("reported");
    expect(assessment.estimates.filter(({ origin }) => origin === "measured")).toEqual([]);
    expectClose(valueOf(assessment, "precision@all"), 0.009 / (0.009 + 0.0495), 1e-12);
  });

  it("rates never claim cases", async () => {
    const assessment = await assessPlan({ evaluations: [{ id: "sheet", rates }] });
    const told = assessment.estimates.map(({ numerator, denominator, n }) => [numerator, denominator, n]);
    expect(told.filter(([x, of, n]) => x !== null || of !== null || n !== 0)).toEqual([]);
  });

  it("an evaluation of counts beside one of rates prefixes the ids of both", async () => {
    const assessment = await assessPlan({
      evaluations: [
        { id: "ours", counts },
        { id: "theirs", rates },
      ],
    });
    expect(valueOf(assessment, "ours/recall@all")).toBe(0.8);
    expect(valueOf(assessment, "theirs/recall@all")).toBe(0.9);
    expect(assessment.estimates.filter(({ id }) => !/^(ours|theirs)\//.test(id))).toEqual([]);
  });
});
