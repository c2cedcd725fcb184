import { describe, expect, it } from "vitest";

import { pairedAccuracyDifference } from "../../src/metrics/comparison/paired-accuracy-difference.js";
import type { Assessment } from "../../src/model/assessment.js";
import { expectClose } from "../stats/expect-close.js";
import { estimateAt } from "./project-folder.js";
import { seeded } from "./seeded.js";
import { assessed } from "./comparison-project.js";

describe("verdicts", () => {
  /** Rows of which `onlyA` are right by a alone, and so on. */
  const csvOf = (both: number, onlyA: number, onlyB: number, neither: number): string =>
    [
      "y,a,b",
      ...Array.from({ length: both }, (_, row) => (row % 2 === 0 ? "1,1,1" : "0,0,0")),
      ...Array.from({ length: onlyA }, () => "1,1,0"),
      ...Array.from({ length: onlyB }, () => "1,0,1"),
      ...Array.from({ length: neither }, (_, row) => (row % 2 === 0 ? "1,0,0" : "0,1,1")),
    ].join("\n");
  const verdictOf = ({ findings }: Assessment): unknown =>
    findings.find(({ id }) => id === "model-comparison#a-vs-b")?.slots.verdict;

  it("a planted difference is found, in the right direction", async () => {
    const better = await assessed(csvOf(300, 60, 10, 30));
    expect(verdictOf(better)).toBe("a-better");
    expect(verdictOf(await assessed(csvOf(300, 10, 60, 30)))).toBe("b-better");
    expect(better.findings.map(({ message }) => message)).toContain("finding.model-comparison.catches-more");
  });
  it("twins: no discordant case, p of 1 with its reason, and no number of cases that settles it", async () => {
    const twins = await assessed(csvOf(80, 0, 0, 20));
    expect(verdictOf(twins)).toBe("no-clear-difference");
    expect(estimateAt(twins, "mcnemar-mid-p[a-vs-b]@all")).toMatchObject({
      value: 1,
      reason: "none-discordant",
    });
    expect(estimateAt(twins, "settling-cases[a-vs-b]@all")).toMatchObject({
      value: null,
      reason: "equally-right",
    });
    const { interval } = estimateAt(twins, "paired-accuracy-difference[a-vs-b]@all");
    expect(interval?.low).toBeLessThan(0);
    expect(interval?.high).toBeGreaterThan(0);
    expect(estimateAt(twins, "bootstrap-accuracy-difference[a-vs-b]@all")).toMatchObject({
      value: 0,
      interval: null,
      reason: "bootstrap-replicates-equal",
    });
  });
  it("no difference: at most one in twenty simulated tests names a winner", () => {
    const random = seeded(20);
    const runs = 1000;
    let named = 0;
    for (let run = 0; run < runs; run += 1) {
      const onlyA = Array.from({ length: 60 }, () => random.chance(0.5)).filter(Boolean).length;
      const units = [150, 0, 0, 10, 10, 60 - onlyA, onlyA, 150];
      const pair = {
        units: units.map((n, place) => ({ n, cells: units.map((_, cell) => Number(cell === place)) })),
        bySubject: false,
      };
      const { low = 0, high = 0 } = pairedAccuracyDifference.compute(pair, 0.95).interval ?? {};
      if (low > 0 || high < 0) named += 1;
    }
    expect(named).toBeLessThanOrEqual(runs * 0.05 + 4 * Math.sqrt(runs * 0.05 * 0.95));
  });
  it("three models: every two, at a level that holds for all three together", async () => {
    const rows = csvOf(200, 30, 20, 10)
      .split("\n")
      .map((row, index) => `${row},${index === 0 ? "c" : "1"}`)
      .join("\n");
    const found = await assessed(rows, { models: ["a", "b", "c"].map((id) => ({ id, prediction: id })) });
    for (const facet of ["a-vs-b", "a-vs-c", "b-vs-c"]) {
      const { interval } = estimateAt(found, `paired-accuracy-difference[${facet}]@all`);
      expectClose(interval?.level, 1 - 0.05 / 3, 1e-12);
    }
  });
  it("subjects: as wide as one case each where a subject's cases are copies, and no McNemar", async () => {
    const [head = "", ...rows] = csvOf(60, 14, 6, 10).split("\n");
    const thrice = [
      `${head},who`,
      ...rows.flatMap((row, index) => Array.from({ length: 3 }, () => `${row},S${index}`)),
    ].join("\n");
    const single = await assessed([head, ...rows].join("\n"));
    const clustered = await assessed(thrice, { subject: "who" });
    const id = "paired-accuracy-difference[a-vs-b]@all";
    const [own, copies] = [estimateAt(single, id), estimateAt(clustered, id)];
    expect(copies.n_effective).toBeCloseTo((3 * 90 * 89) / (3 * 90 - 1), 9);
    expect(copies.interval?.low).toBeCloseTo(own.interval?.low ?? NaN, 2);
    expect(estimateAt(clustered, "mcnemar-exact-p[a-vs-b]@all")).toMatchObject({
      value: null,
      reason: "repeated-subjects",
    });
    expect(estimateAt(clustered, "bootstrap-accuracy-difference[a-vs-b]@all").interval?.method).toBe(
      "paired bootstrap of subjects, 2000 draws, seed 1",
    );
    expect(clustered.evaluations[0]?.subjects).toBe(90);
  });
});
