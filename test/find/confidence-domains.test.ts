import { describe, expect, it } from "vitest";

import type { Assessment } from "../../src/model/assessment.js";
import { monthsBetween, monthsOf, shelfLife } from "../../src/model/shelf-life.js";
import { assessFiles, assessPlan, planFile, type ProjectFiles } from "../measure/project-folder.js";
import { found, claimIn, counts, dated, ofCounts } from "./claim-of-counts.js";

describe("precision", () => {
  it.each([
    // 95 % Wilson ranges; the widths stand beside them.
    [{ tp: 400, fn: 100 }, 0, "narrow"], // 0.763 to 0.832: 0.07
    [{ tp: 80, fn: 20 }, -1, "wide"], // 0.711 to 0.867: 0.16
    [{ tp: 20, fn: 20 }, -1, "wide"], // 0.352 to 0.648: 0.296
    [{ tp: 18, fn: 18 }, -2, "very-wide"], // 0.344 to 0.656: 0.31
    [{ tp: 25, fn: 4 }, -2, "few"], // 29 cases
    [{ tp: 30, fn: 0 }, -1, "wide"], // 0.886 to 1: 0.114; the figure itself is not asked
    [{ tp: 8, fn: 492 }, -1, "wide-beside"], // 0.0081 to 0.0313: 1.4 times the figure, but narrower than 0.05
    [{ tp: 4, fn: 96 }, -2, "very-wide-beside"], // 0.0157 to 0.0984: 0.083, and 2.1 times the figure
  ])("of recall by %j costs %s", async (positives, points, what) => {
    const assessment = await ofCounts({ counts: { ...counts, ...positives } });
    expect(found(assessment, "recall@all", "precision")).toEqual([points, what]);
  });

  it("asks no width beside the figure where none was counted", async () => {
    const assessment = await ofCounts({ counts: { tp: 0, fn: 150, fp: 95, tn: 855 } });
    expect(found(assessment, "recall@all", "precision")).toEqual([0, "narrow"]);
  });

  it("keeps a claim of fewer than 30 cases at speculative", async () => {
    const assessment = await ofCounts({ counts: { ...counts, tp: 25, fn: 4 } });
    expect(claimIn(assessment, "recall@all")?.c).toBeLessThanOrEqual(2);
  });
});

describe("directness", () => {
  it.each([
    ["deployment", 0, "deployment"],
    ["held-out", 0, "held-out"],
    ["selected", -1, "selected"],
    ["benchmark", -2, "benchmark"],
    ["vendor", -2, "vendor"],
    ["synthetic", -2, "synthetic"],
    [undefined, -1, "unknown"],
  ])("of evidence that is %s costs %s", async (kind, points, what) => {
    const assessment = await ofCounts({ kind });
    expect(found(assessment, "recall@all", "directness")).toEqual([points, what]);
    if (points === -2) expect(claimIn(assessment, "recall@all")?.c).toBeLessThanOrEqual(2);
  });

  it("of another version costs one", async () => {
    const assessment = await ofCounts({ model_version: "1.0" }, { model: { name: "Model", version: "2.0" } });
    expect(found(assessment, "recall@all", "directness")).toEqual([-1, "version"]);
  });
});

describe("age", () => {
  const day = "2026-09-30";
  /** The newest evidence sets the date of the assessment. */
  const aged = (last: string, more: object = {}, use: object = {}): Promise<Assessment> =>
    assessPlan({
      use,
      evaluations: [
        { id: "it", counts, kind: "held-out", collected: last, ...more },
        { id: "newest", counts, kind: "held-out", collected: day },
      ],
    });

  it.each([
    ["2026-06-30", "adversarial", 0, "fresh"], // Three months to the day.
    ["2026-06-29", "adversarial", -1, "old"],
    ["2026-03-29", "adversarial", -2, "old"],
    ["2026-03-31", "demand", 0, "fresh"],
    ["2026-03-29", "demand", -1, "old"],
    ["2025-09-29", "credit", -1, "old"],
    ["2025-09-29", "physical", 0, "fresh"],
    ["2024-09-29", "physical", -1, "old"],
    ["2022-09-29", "physical", -2, "old"],
  ])("of evidence until %s in the %s domain costs %s", async (last, domain, points, what) => {
    const assessment = await aged(last, {}, { domain });
    expect(found(assessment, "it/recall@all", "age")).toEqual([points, what]);
  });

  it("goes by the shelf life that the author gives", async () => {
    const assessment = await aged("2026-06-29", { shelf_life: "4 months" }, { domain: "adversarial" });
    expect(found(assessment, "it/recall@all", "age")).toEqual([0, "fresh"]);
  });

  it("of evidence without a date costs one", async () => {
    const assessment = await assessPlan({ evaluations: [{ id: "it", counts, kind: "held-out" }] });
    expect(found(assessment, "recall@all", "age")).toEqual([-1, "undated"]);
  });

  it("counts months from day to day", () => {
    expect(monthsBetween("2025-07-31", "2026-09-30")).toBeCloseTo(14, 1);
    expect(monthsOf("3 months")).toBe(3);
    expect(monthsOf("2 years")).toBe(24);
    expect(shelfLife({ shelf_life: null, task: "forecast" }, undefined)).toBe("6 months");
    expect(shelfLife({ shelf_life: null, task: "attack-detection" }, undefined)).toBe("3 months");
    expect(shelfLife({ shelf_life: null, task: "binary" }, undefined)).toBe("12 months");
  });
});

describe("shift", () => {
  it.each([
    [0.05, 0, "same-mix"],
    [0.03, 0, "same-mix"],
    [0.02, -1, "more-positives"],
    [0.005, -2, "more-positives"],
    [0.12, -1, "fewer-positives"],
    [0.3, -2, "fewer-positives"],
  ])("of a base rate of %s beside 0.05 in the test costs %s", async (rate, points, what) => {
    const assessment = await ofCounts({}, { deployment: { base_rate: rate } });
    expect(found(assessment, "recall@all", "shift")).toEqual([points, what]);
  });

  it.each([
    [0.05, 0, "few-unseen"],
    [0.1, -1, "unseen"],
    [0.2, -1, "unseen"],
    [0.21, -2, "unseen"],
  ])("of a share of %s never tested costs %s", async (share, points, what) => {
    const assessment = await ofCounts({ unseen_share: share });
    expect(found(assessment, "recall@all", "shift")).toEqual([points, what]);
  });

  it("that nobody looked for costs nothing, and keeps a claim from the top", async () => {
    const assessment = await ofCounts({});
    expect(found(assessment, "recall@all", "shift")).toEqual([0, "not-measured"]);
  });

  it("of few rows is not told from noise", async () => {
    // 40 rows against 40: an index above 0.1 is what chance gives.
    const rows = (first: number): string =>
      `y,s\n${Array.from({ length: 40 }, (_, i) => `${i % 2},0.${(i * first) % 10}5`).join("\n")}\n`;
    const assessment = await assessFiles({
      "forthright.yaml": planFile({
        deployment: { threshold: 0.5 },
        evaluations: [
          {
            id: "it",
            data: "data/a.csv",
            label: "y",
            positive: 1,
            score: "s",
            reference: "data/b.csv",
            ...dated,
          },
        ],
      }),
      "data/a.csv": rows(3),
      "data/b.csv": rows(7).replaceAll("0.15", "0.25"),
    });
    const index =
      assessment.estimates.find(({ metric, facet }) => metric === "psi" && facet === "s")?.value ?? 0;
    expect(index).toBeGreaterThan(0.1);
    expect(found(assessment, "recall@all", "shift")).toEqual([0, "alike"]);
  });
});

describe("labels", () => {
  const rows = (blank: number): string =>
    `y,s\n${Array.from({ length: 200 }, (_, i) => `${i < blank ? "" : i % 2},0.${i % 10}5`).join("\n")}\n`;
  const project = (blank: number, more: object): ProjectFiles => ({
    "forthright.yaml": planFile({
      deployment: { threshold: 0.5 },
      evaluations: [{ id: "it", data: "data/a.csv", label: "y", positive: 1, score: "s", ...dated, ...more }],
    }),
    "data/a.csv": rows(blank),
  });

  it.each([
    [0, {}, 0, "good"],
    [10, {}, 0, "good"],
    [11, {}, -1, "not-final"],
    [40, {}, -1, "not-final"],
    [41, {}, -2, "not-final"],
    [0, { label_source: "annotator" }, -1, "one-annotator"],
    [0, { label_source: "proxy" }, -2, "proxy"],
    [11, { label_source: "proxy" }, -2, "proxy"],
  ])("of 200 rows, %s without an outcome, %j, cost %s", async (blank, more, points, what) => {
    const assessment = await assessFiles(project(blank, more));
    expect(found(assessment, "recall@all", "labels")).toEqual([points, what]);
  });
});

describe("replication", () => {
  const beside = (other: object, more: object = {}): Promise<Assessment> =>
    assessPlan({
      evaluations: [
        { id: "it", counts, ...dated, agrees_with: ["other"] },
        { id: "other", counts: { ...counts, tp: 395, fn: 105 }, ...dated, ...other },
      ],
      ...more,
    });

  it("by evidence that overlaps costs nothing, seen from either side", async () => {
    const assessment = await beside({});
    expect(found(assessment, "it/recall@all", "replication")).toEqual([0, "agrees"]);
  });

  it("that lies apart costs two", async () => {
    const assessment = await beside({ counts: { ...counts, tp: 250, fn: 250 } });
    expect(found(assessment, "it/recall@all", "replication")).toEqual([-2, "contradicts"]);
  });

  it("by the same rows is none", async () => {
    const rows = `y,s\n${Array.from({ length: 200 }, (_, i) => `${i % 2},0.${i % 10}5`).join("\n")}\n`;
    const evaluation = { data: "data/a.csv", label: "y", positive: 1, score: "s", ...dated };
    const assessment = await assessFiles({
      "forthright.yaml": planFile({
        deployment: { threshold: 0.5 },
        evaluations: [
          { id: "it", ...evaluation, agrees_with: ["copy"] },
          { id: "copy", ...evaluation },
        ],
      }),
      "data/a.csv": rows,
    });
    expect(found(assessment, "it/recall@all", "replication")).toEqual([-1, "one-period"]);
  });
});

describe("provenance", () => {
  it.each([
    [{}, -1, "counts", 3],
    [{ kind: "vendor" }, -2, "vendor", 2],
    [{ counts: undefined, rates: { sensitivity: 0.9, specificity: 0.95 } }, -1, "rates", 3],
    [
      { counts: undefined, rates: { sensitivity: 0.9, specificity: 0.95 }, reported_by: "Acme" },
      -2,
      "vendor",
      2,
    ],
  ])("of %j costs %s", async (evaluation, points, what, most) => {
    const assessment = await ofCounts(evaluation);
    expect(found(assessment, "recall@all", "provenance")).toEqual([points, what]);
    expect(claimIn(assessment, "recall@all")?.c).toBeLessThanOrEqual(most);
  });
});
