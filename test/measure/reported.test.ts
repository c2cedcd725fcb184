import { describe, expect, it } from "vitest";

import { assess } from "../../src/pipeline.js";
import { expectClose } from "../stats/expect-close.js";
import { estimateAt, planFile, withProject } from "./project-folder.js";
import { hpc, planOf, project, findingsOf } from "./reported-project.js";

describe("a ready metric", () => {
  it("stays as it was written: value, unit, averaging, cases, group, and never an interval", async () => {
    const assessment = await project({
      reported_by: "Acme",
      metrics: [
        { metric: "f1", value: "0.910", averaging: "macro", n: 1200, slice: "country=DE", facet: "VF" },
        { metric: "recall", value: 0.8, averaging: "Macro" },
        { metric: "F1", value: 0.7, averaging: "samples", unit: "share" },
        { metric: "ROC_AUC", value: 0.93 },
        { metric: "recall", value: 0.91 },
        { metric: "mean error", value: "-2.5" },
      ],
    });
    expect(assessment.estimates.map(({ id, value, unit, n }) => [id, value, unit, n])).toEqual([
      ["f1-macro[VF]@country=DE", 0.91, "index", 1200],
      ["recall-macro@all", 0.8, "index", 0],
      ["f1[averaging=samples]@all", 0.7, "share", 0],
      ["roc-auc@all", 0.93, "index", 0],
      ["recall@all", 0.91, "share", 0],
      ["mean-error@all", -2.5, "quantity", 0],
    ]);
    for (const { origin, interval, numerator, reason } of assessment.estimates)
      expect([origin, interval, numerator, reason]).toEqual([
        "reported",
        null,
        null,
        "reported-without-counts",
      ]);
    expect(assessment.evaluations[0]).toMatchObject({
      basis: "rates",
      reported_by: "Acme",
      used: 0,
      rows: null,
    });
    expect(assessment.slices).toMatchObject([{ id: "country=DE", n: null }]);
  });

  it("that nobody knows is kept under its own name, whatever letters it has", async () => {
    const names = ["BLEU@4 x/[y]", "constructor", "__proto__", "a".repeat(300), "<b>&amp;", "Größe"];
    const { estimates } = await project({ metrics: names.map((metric) => ({ metric, value: "31.20" })) });
    expect(estimates.map(({ metric, value, unit }) => [metric, value, unit])).toEqual(
      names.map((metric) => [metric, 31.2, "index"]),
    );
    expect(estimates.map(({ id }) => id)).toContain("BLEU%404%20x%2F%5By%5D@all");
  });

  it("with a name that is nearly a known one is kept too, with a hint", async () => {
    const metrics = ["specifity", "mAP", "ACER", "recall"].map((metric) => ({ metric, value: 0.5 }));
    const { messages, assessment } = await withProject(
      { "forthright.yaml": planFile(planOf({ metrics })) },
      (root) => assess(root),
    );
    expect(messages.map(({ severity, hint, place }) => [severity, hint, place?.file])).toEqual([
      ["hint", 'Did you mean "specificity"?', "forthright.yaml"],
    ]);
    expect(estimateAt(assessment, "specifity@all").value).toBe(0.5);
  });
});

describe("a classification report", () => {
  const lines = (digits: number) =>
    hpc.classes.map((own) => ({
      class: own,
      precision: hpc.report[own]?.precision?.toFixed(digits),
      recall: hpc.report[own]?.recall?.toFixed(digits),
      support: hpc.report[own]?.support,
    }));
  const truth = hpc.classes.map((own, k) => ({
    own,
    tp: hpc.confusion[k]?.[k] ?? 0,
    support: (hpc.confusion[k] ?? []).reduce((sum, n) => sum + n, 0),
    predicted: hpc.confusion.reduce((sum, row) => sum + (row[k] ?? 0), 0),
  }));

  it("of four digits gives the counts of hpc_cv back, scikit-learn 1.9.1 classification_report", async () => {
    const assessment = await project({ classes: lines(4), classes_complete: true });
    for (const { own, tp, support, predicted } of truth) {
      expect(estimateAt(assessment, `recall[${own}]@all`)).toMatchObject({
        origin: "derived",
        value: tp / support,
        numerator: tp,
        denominator: support,
        interval: { method: "Wilson", level: 0.95 },
      });
      expect(estimateAt(assessment, `precision[${own}]@all`)).toMatchObject({
        origin: "derived",
        numerator: tp,
        denominator: predicted,
      });
    }
    expect(assessment.evaluations[0]).toMatchObject({ basis: "counts", used: 3467 });
    expect(findingsOf(assessment, "benchmark-only")).toEqual([]);
  });

  it("of fewer digits gives right counts or none, and says so", async () => {
    let derived = 0;
    for (const digits of [1, 2, 3]) {
      const assessment = await project({ classes: lines(digits) });
      for (const { own, tp, support, predicted } of truth) {
        const recall = estimateAt(assessment, `recall[${own}]@all`);
        const precision = estimateAt(assessment, `precision[${own}]@all`);
        derived += [recall, precision].filter(({ origin }) => origin === "derived").length;
        const expected = (estimate: typeof recall, whole: number) =>
          estimate.origin === "derived" ? [tp, whole, null] : [null, null, "counts-not-unique"];
        expect([recall.numerator, recall.denominator, recall.reason]).toEqual(expected(recall, support));
        expect([precision.numerator, precision.denominator, precision.reason]).toEqual(
          expected(precision, predicted),
        );
        expect(recall.interval === null).toBe(recall.origin === "reported");
      }
    }
    expect(derived).toBeGreaterThan(0);
    expect(derived).toBeLessThan(24);
  });

  it("has the interval of Wilson 1927: 160 of 177 by its closed form", async () => {
    const assessment = await project({
      classes: [{ class: "VF", precision: "0.93", recall: "0.90", f1: "0.92", support: 177 }],
    });
    const { interval, numerator } = estimateAt(assessment, "recall[VF]@all");
    expect(numerator).toBe(160);
    const [n, p, z] = [177, 160 / 177, 1.959963984540054];
    const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
    const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
    expectClose(interval?.low ?? null, middle - half, 1e-9);
    expectClose(interval?.high ?? null, middle + half, 1e-9);
    expect(estimateAt(assessment, "f1[VF]@all")).toMatchObject({
      value: 0.92,
      origin: "reported",
      interval: null,
    });
    expect(findingsOf(assessment, "benchmark-only")).toEqual(["benchmark-only@e1"]);
  });

  it("that no counts can print keeps its numbers and says that none fit", async () => {
    const { estimates } = await project({
      classes: [
        { class: "a", precision: "0.50", recall: "0.33", support: 10 },
        { class: "b", precision: "0.93", recall: "0.90", f1: "0.10", support: 177 },
        { class: "c", recall: "0.35", support: 10 },
        { class: "d", precision: "0.50", recall: "1.00", support: 0 },
      ],
    });
    expect(estimates.length).toBe(8);
    // Zero cases leave a recall undefined, whatever was printed.
    const undefinedOne = estimates.find(({ id }) => id === "recall[d]@all");
    for (const { id, reason, origin, interval } of estimates.filter((own) => own !== undefinedOne))
      expect([id, reason, origin, interval]).toEqual([id, "counts-do-not-fit", "reported", null]);
  });

  it("without a case of a class, or with numbers no report prints, makes nothing up", async () => {
    const assessment = await project({
      classes: [
        { class: "none", precision: "0.00", recall: "0.00", support: 0 },
        { class: "tiny", precision: 1e-7, recall: 0.5, support: 10 },
        { class: "long", precision: 0.9333333333333333, recall: 0.8235294117647058, support: 17 },
        { class: "huge", precision: "0.93", recall: "0.90", support: 9007199254740991 },
        { class: "f1 only", f1: "0.5" },
      ],
    });
    expect(estimateAt(assessment, "recall[none]@all")).toMatchObject({
      value: null,
      reason: "no-class-cases",
    });
    expect(estimateAt(assessment, "precision[none]@all")).toMatchObject({ value: 0, origin: "reported" });
    expect(estimateAt(assessment, "precision[tiny]@all")).toMatchObject({ value: 1e-7, origin: "reported" });
    expect(estimateAt(assessment, "recall[tiny]@all")).toMatchObject({ numerator: 5, denominator: 10 });
    expect(estimateAt(assessment, "precision[long]@all")).toMatchObject({ numerator: 14, denominator: 15 });
    expect(estimateAt(assessment, "recall[huge]@all")).toMatchObject({ reason: "counts-not-unique" });
    expect(estimateAt(assessment, "f1[f1%20only]@all")).toMatchObject({ value: 0.5 });
  });
});
