import { describe, expect, it } from "vitest";

import { seeded } from "./seeded.js";
import { estimateAt, valueOf } from "./project-folder.js";
import { simulateComparisons } from "../find/simulate-comparisons.js";
import type { MemoryRow } from "./count-in-memory.js";
import { scores, people, assessScores, tableOf, g23, csvOf, grouped, ownOf } from "./verification-project.js";

describe("groups of people", () => {
  it("pairs within a group and across groups are told apart", async () => {
    const csv = csvOf(simulateComparisons(5));
    const assessment = await assessScores(csv, grouped);
    const lines = csv
      .trim()
      .split("\n")
      .slice(1)
      .map((row) => row.split(","));
    const impostors = lines.filter(([, , , , genuine]) => genuine === "0");
    const counts = (rows: string[][]) => ({
      numerator: rows.filter(([, , , , , score]) => Number(score) >= 1.6).length,
      denominator: rows.length,
    });
    const own = impostors.filter(([, , probe, reference]) => probe === "a" && reference === "a");
    const apart = impostors.filter(([, , probe, reference]) => probe !== reference);
    expect(estimateAt(assessment, "fmr@group=a")).toMatchObject(counts(own));
    expect(estimateAt(assessment, "fmr[across=group]@all")).toMatchObject(counts(apart));
    expect(estimateAt(assessment, "fmr@all")).toMatchObject(counts(impostors));
    expect([own.length, apart.length]).toEqual([435, 900]);
  });
  it("one group has no differential; no attribute at all is a gap", async () => {
    const assessment = await assessScores(csvOf(simulateComparisons(5, { groups: ["a"] })), grouped);
    for (const metric of ["fmr-max-min", "fnmr-gini", "garbe", "inequity", "fairness-discrepancy"])
      expect(estimateAt(assessment, `${metric}[group]@all`)).toMatchObject({
        value: null,
        reason: "one-group",
      });
    const none = await assessScores(csvOf(simulateComparisons(5)), { ...grouped, demographics: undefined });
    expect(none.findings.map(({ rule }) => rule)).toContain("demographic-unmeasured");
    expect(assessment.findings.map(({ rule }) => rule)).not.toContain("demographic-unmeasured");
  });
  it("a group without an error has no ratio, and the reason says so", async () => {
    const csv = csvOf(simulateComparisons(5)).replaceAll(/^(a.*,a.*,a,a,0,).*$/gm, "$1-9");
    const assessment = await assessScores(csv, grouped);
    expect(valueOf(assessment, "fmr@group=a")).toBe(0);
    for (const metric of ["fmr-max-min", "fmr-max-geomean", "inequity"])
      expect(estimateAt(assessment, `${metric}[group]@all`)).toMatchObject({
        value: null,
        reason: "zero-in-a-group",
      });
    expect(valueOf(assessment, "fmr-gini[group]@all")).toBe(1);
    expect(assessment.findings.map(({ id }) => id)).toContain("zero-errors@group=a#fmr");
  });
});

describe("people who come more than once", () => {
  it("are found to be worth fewer comparisons; without their ids comparisons count as they are", async () => {
    const threshold = g23.dev_eer.threshold_min_gap;
    const known = await assessScores(scores.test, { ...people, threshold });
    expect(known.findings.map(({ rule }) => rule)).toContain("clustered-rows");
    const unknown = await assessScores(scores.test, { threshold });
    expect(estimateAt(unknown, "fmr@all")).toMatchObject({
      n_effective: null,
      interval: { method: "Wilson" },
    });
    expect(unknown.evaluations[0]?.subjects).toBeNull();
  });
  it("no error at all: the bound stands on people, not on comparisons", async () => {
    const assessment = await assessScores(scores.test, { ...people, threshold: 0.6 });
    expect(estimateAt(assessment, "fmr@all")).toMatchObject({ value: 0, n_effective: 26 });
    expect(estimateAt(assessment, "fmr@all").interval?.low).toBe(0);
    expect(tableOf(assessment, "claims")?.rows[0]?.cells.slice(0, 4)).toEqual([0, 520, 26, 26]);
    expect(assessment.findings.find(({ id }) => id === "zero-errors@all#fmr")?.slots).toEqual({ worth: 26 });
  });
  it("the same rows in another order give the same bytes", async () => {
    const [header = "", ...rows] = scores.test.trim().split("\n");
    const plan = { ...people, threshold: 0, demographics: { sex: "sex" } };
    const first = await assessScores([header, ...rows].join("\n"), plan);
    const second = await assessScores([header, ...rows.toReversed()].join("\n"), plan);
    expect(second.estimates.map((estimate) => ({ ...estimate, evidence: "" }))).toEqual(
      first.estimates.map((estimate) => ({ ...estimate, evidence: "" })),
    );
    expect(second.tables).toEqual(first.tables);
  });
});

describe("more pairs than are counted one by one", () => {
  it("people are counted on either side: the same errors, and ranges as wide as by pairs", async () => {
    // 230 people: every two of them ten times, 263,350 comparisons, and each with themselves three times.
    const rows = simulateComparisons(9, { perGroup: 115 }).filter(({ genuine }) => genuine === 0);
    const source = seeded(4);
    const noisy = (row: MemoryRow): MemoryRow => ({ ...row, score: Number(row.score) + source.next() - 0.5 });
    const csv = csvOf([
      ...rows.flatMap((row) => Array.from({ length: 10 }, () => noisy(row))),
      ...rows.slice(0, 115).flatMap((row) => [1, 2, 3].map((score) => ownOf(row, score))),
    ]);
    const assessment = await assessScores(csv, { ...grouped, fmr_targets: [0.01] });
    const paired = await assessScores(csvOf(rows), grouped);
    const [many, few] = [estimateAt(assessment, "fmr@all"), estimateAt(paired, "fmr@all")];
    expect(many.denominator).toBe(263_350);
    expect(many.numerator).toBe(
      csv.split("\n").filter((line) => /,0,/.test(line) && Number(line.split(",").at(-1)) >= 1.6).length,
    );
    expect(many.interval?.method).toMatch(/two subjects per comparison/);
    expect(few.interval?.method).toMatch(/two-way bootstrap/);
    // Ten comparisons of the same two people are worth hardly more than one.
    expect((many.n_effective ?? 0) / (few.n_effective ?? 1)).toBeGreaterThan(0.6);
    expect((many.n_effective ?? 0) / (few.n_effective ?? 1)).toBeLessThan(1.7);
    expect(estimateAt(assessment, "fnmr@all").denominator).toBe(345);
    expect(assessment.evaluations[0]?.subjects).toBe(230);
    expect(estimateAt(assessment, "fmr@group=a").denominator).toBe(65_550);
    expect(estimateAt(assessment, "fnmr[fmr=0.01]@all").value).not.toBeNull();
  }, 60_000);
});
