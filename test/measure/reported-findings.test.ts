import { describe, expect, it } from "vitest";

import { estimateAt, planFile } from "./project-folder.js";
import { publishFiles } from "./publish-project.js";
import { planOf, project, findingsOf } from "./reported-project.js";

describe("findings on reported metrics", () => {
  it("say once per evaluation that the counts are missing", async () => {
    const metrics = ["recall", "precision", "accuracy"].map((metric) => ({ metric, value: 0.9 }));
    const assessment = await project({ metrics }, { metrics, reported_by: "Acme" });
    expect(findingsOf(assessment, "benchmark-only")).toEqual([
      "e1/benchmark-only@e1",
      "e2/benchmark-only@e2",
    ]);
    expect(estimateAt(assessment, "e2/recall@all").value).toBe(0.9);
  });

  it("ask for the worst attack behind a mean, in every evaluation that has one", async () => {
    const metrics = [
      { metric: "ACER", value: 0.03 },
      { metric: "HTER", value: 0.02 },
      { metric: "APCER", value: 0.01 },
      { metric: "apcer", value: 0.01, averaging: "species" },
      { metric: "apcer", value: 0.05, facet: "mask" },
      { metric: "bpcer", value: 0.05 },
    ];
    const assessment = await project({ metrics }, { metrics: metrics.slice(0, 1) });
    const found = assessment.findings.filter(({ rule }) => rule === "pooled-attack-rate");
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    expect(found.map(({ estimates: [id], message }) => [id, message.split(".").at(-1)])).toEqual([
      ["e1/ACER@all", "mean"],
      ["e1/HTER@all", "mean"],
      ["e1/apcer@all", "unnamed"],
      ["e1/apcer[averaging=species]@all", "mean"],
      ["e2/ACER@all", "mean"],
    ]);
  });

  it("speak of no threshold, no base rate, no cost, and of no group as thin that nobody counted", async () => {
    const assessment = await project({ metrics: [{ metric: "recall", value: 0.9, slice: "country=DE" }] });
    expect(findingsOf(assessment, "thin-slice")).toEqual([]);
    const open = findingsOf(assessment, "not-given");
    expect(open).toContain("not-given#criteria");
    for (const what of ["threshold", "base-rate", "costs", "slices"])
      expect(open).not.toContain(`not-given#${what}`);
  });
});

describe("documents of reported metrics alone", () => {
  const kinds = ["briefing", "model-card", "limitation-portfolio"];
  const metrics = [
    { metric: "ACER", value: 0.03 },
    { metric: "BLEU", value: "31.20", n: 500 },
    { metric: "recall", value: 0.91, slice: "country=DE" },
  ];
  const classes = [{ class: "VF", precision: "0.93", recall: "0.90", support: 177 }];
  it.each([
    ["metrics", { metrics }],
    ["a classification report", { classes }],
    ["both", { metrics, classes }],
    ["nothing with a value", { classes: [{ class: "none", recall: "0.00", support: 0 }] }],
  ])("are drafts without a complaint: %s", async (_name, evaluation) => {
    const plan = { ...planOf(evaluation), documents: kinds.map((kind) => ({ kind })) };
    const { documents } = await publishFiles({ "forthright.yaml": planFile(plan) });
    expect(documents.map(({ kind }) => kind)).toEqual(kinds);
    for (const { final, messages, markdown } of documents) {
      expect([final, messages]).toEqual([false, []]);
      expect(markdown).not.toMatch(/NaN|undefined|Infinity|\[object/);
    }
  });
});

describe("a plan that cannot be meant", () => {
  const faults: readonly (readonly [string, object, RegExp])[] = [
    ["nothing at all", {}, /Missing `metrics`/],
    ["an empty list", { metrics: [] }, /metrics/],
    [
      "percent for a share",
      { metrics: [{ metric: "Recall", value: 91 }] },
      /Unexpected 91, expected a share/,
    ],
    ["a negative share", { metrics: [{ metric: "recall", value: "-0.1" }] }, /Unexpected -0.1/],
    ["percent with a unit", { metrics: [{ metric: "x", value: "91", unit: "share" }] }, /Unexpected 91/],
    ["words for a value", { metrics: [{ metric: "recall", value: "high" }] }, /expected a number/],
    ["a slice without a value", { metrics: [{ metric: "x", value: 1, slice: "women" }] }, /Unexpected slice/],
    [
      "the same twice",
      { metrics: [{ metric: "Recall", value: 0.9 }, { metric: "recall", value: 0.8 }] }, // prettier-ignore
      /Unexpected second value/,
    ],
    [
      "the same as metric and as class",
      { metrics: [{ metric: "recall", value: 0.9, facet: "VF" }], classes: [{ class: "VF", recall: "0.9" }] },
      /Unexpected second value/,
    ],
    ["a class without a number", { classes: [{ class: "VF", support: 3 }] }, /Missing `recall`/],
    ["a name alone", { classes: ["VF"] }, /Unexpected name "VF" alone/],
    ["percent for a class", { classes: [{ class: "VF", recall: "90%" }] }, /expected a share/],
    ["a broken support", { classes: [{ class: "VF", recall: "0.9", support: -1 }] }, /support/],
    ["rows beside it", { data: "x.csv", metrics: [{ metric: "recall", value: 0.9 }] }, /Unexpected data/],
    ["annotators", { annotators: ["a", "b"], metrics: [{ metric: "x", value: 1 }] }, /annotators/],
    [
      "a facet that is an averaging",
      { metrics: [{ metric: "x", value: 1, facet: "averaging=macro" }] },
      /expected `averaging`/,
    ],
  ];
  it.each(faults)("is refused: %s", async (_name, evaluation, text) => {
    await expect(project(evaluation)).rejects.toThrow(text);
  });
  it("is refused where rows have lines of a report for classes", async () => {
    const evaluation = { task: "multiclass", data: "x.csv", label: "y", prediction: "p" };
    await expect(project({ ...evaluation, classes: [{ class: "VF", recall: "0.9" }] })).rejects.toThrow(
      /expected the name of the class/,
    );
  });
});
