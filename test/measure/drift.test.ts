import { describe, expect, it } from "vitest";

import { countDrift } from "../../src/measure/drift/count-drift.js";
import type { EvidenceFile } from "../../src/model/project.js";
import type { Assessment } from "../../src/model/assessment.js";
import { normalQuantile } from "../../src/stats/normal-quantile.js";
import { seededRandom } from "../../src/stats/random.js";
import { expectClose } from "../stats/expect-close.js";
import { readFixture } from "../stats/read-fixture.js";
import { readRows } from "../stats/read-rows.js";
import { countInMemory } from "./count-in-memory.js";
import { assessFiles, estimateAt, planFile, valueOf } from "./project-folder.js";

const g08 = readFixture("golden/G08_drift.json") as {
  continuous: { ks_stat: number; psi_ref_deciles: number; wasserstein: number };
};

interface Row {
  readonly s: number;
  readonly x: number | "";
  readonly c: string;
}

function csv(rows: readonly Row[], columns: readonly (keyof Row)[] = ["s", "x", "c"]): string {
  return [
    `y,${columns.join()}`,
    ...rows.map((row, i) => [i % 4 === 0 ? 1 : 0, ...columns.map((name) => row[name])].join()),
  ].join("\n");
}

async function compared(rows: readonly Row[], reference: string, keys: object = {}): Promise<Assessment> {
  const evaluation = { id: "e", data: "data/now.csv", label: "y", positive: 1, score: "s", slices: ["c"] };
  return assessFiles({
    "forthright.yaml": planFile({
      evaluations: [{ ...evaluation, reference: "data/then.csv", inputs: ["x"], ...keys }],
    }),
    "data/now.csv": csv(rows),
    "data/then.csv": reference,
  });
}

function sample(n: number, seed: number, shift = 0, more = 0): Row[] {
  const random = seededRandom(seed);
  return Array.from({ length: n }, () => {
    const z = normalQuantile(random() || 0.5);
    return {
      s: Number((1 / (1 + Math.exp(-z - shift))).toFixed(6)),
      x: Number((50 + 10 * normalQuantile(random() || 0.5)).toFixed(3)),
      c: random() < 0.3 + more ? "web" : "shop",
    };
  });
}

function driftOf({ findings }: Assessment): string[] {
  return findings.filter(({ rule }) => rule === "drift").map(({ slots }) => String(slots.column));
}

describe("drift against a reference", () => {
  it("G08 through the pipeline: PSI over reference deciles, KS and Wasserstein of scipy 1.10.1", async () => {
    const rows = readRows("drift_two_samples.csv");
    const isReference = (row: (column: string) => string): boolean => row("sample") === "ref";
    const of = (own: typeof rows): Row[] => own.map((row) => ({ s: 0.5, x: Number(row("x")), c: "a" }));
    const now = of(rows.filter((row) => !isReference(row)));
    const assessment = await compared(now, csv(of(rows.filter(isReference))));
    expectClose(valueOf(assessment, "psi[x]@all"), g08.continuous.psi_ref_deciles, 1e-9);
    expectClose(valueOf(assessment, "ks-distance[x]@all"), g08.continuous.ks_stat, 1e-9);
    expectClose(valueOf(assessment, "wasserstein-distance[x]@all"), g08.continuous.wasserstein, 1e-6);
    // Nothing to find: the index looks like drift and is below what chance gives.
    const { value, baseline } = estimateAt(assessment, "psi[x]@all");
    expect(value).toBeGreaterThan(0.1);
    expect(baseline).toBeGreaterThan(value ?? 1);
    expect(driftOf(assessment)).toEqual([]);
  });
  it("finds what moved, and only that", async () => {
    const assessment = await compared(sample(1500, 1, 0.9), csv(sample(1200, 2)));
    expect(driftOf(assessment)).toEqual(["s"]);
    const inputs = await compared(sample(1500, 1, 0, 0.25), csv(sample(1200, 2)));
    expect(driftOf(inputs)).toEqual(["c"]);
    expect(valueOf(inputs, "cramers-v[c]@all")).toBeGreaterThan(0.2);
  });
  it("speaks on at most a few of a hundred samples that did not move", () => {
    const random = seededRandom(8);
    return Promise.all(
      Array.from({ length: 25 }, async () => {
        const seed = Math.floor(random() * 1e6);
        return driftOf(await compared(sample(300, seed), csv(sample(200, seed + 1)))).length;
      }),
    ).then((found) => expect(found.filter((n) => n > 0).length).toBeLessThanOrEqual(1));
  }, 60_000);
  it("a column the reference lacks, and a reference without rows, are said", async () => {
    const lacking = await compared(sample(60, 3), csv(sample(60, 4), ["s", "c"]));
    expect(estimateAt(lacking, "psi[x]@all")).toMatchObject({ value: null, reason: "not-in-reference" });
    expect(valueOf(lacking, "psi[s]@all")).not.toBeNull();
    const blank = await compared(
      sample(60, 3),
      csv(sample(60, 4).map((row) => ({ ...row, x: "" as const }))),
    );
    expect(estimateAt(blank, "psi[x]@all")).toMatchObject({ value: null, reason: "no-reference-rows" });
  });
  it("constants, new categories and blanks give values, never NaN", async () => {
    const now = sample(200, 5).map((row): Row => ({ s: 0.5, x: 7, c: row.c === "web" ? "app" : "" }));
    const then = sample(200, 6).map((row): Row => ({ ...row, s: 0.5, x: 7 }));
    const assessment = await compared(now, csv(then));
    expect(valueOf(assessment, "psi[x]@all")).toBe(0);
    expect(valueOf(assessment, "js-distance[c]@all")).toBe(1);
    expect(driftOf(assessment)).toEqual(["c"]);
    expect(JSON.stringify(assessment)).not.toMatch(/NaN|Infinity/);
  });
  it("a plan that names a reference for nothing is told", async () => {
    const counts = { tp: 1, fn: 1, fp: 1, tn: 1 };
    const plan = { evaluations: [{ id: "e", counts, reference: "data/then.csv" }] };
    await expect(
      assessFiles({ "forthright.yaml": planFile(plan), "data/then.csv": "y\n1\n" }),
    ).rejects.toThrow("Unexpected reference without data");
    await expect(compared(sample(20, 1), csv(sample(20, 2)), { reference: undefined })).rejects.toThrow(
      "Unexpected inputs without `reference`",
    );
  });
});

describe("large sources are compared in bins", () => {
  const file = (path: string, rowsAtMost: number | null): EvidenceFile => ({
    path,
    copy: path,
    format: "csv",
    sha256: "0".repeat(64),
    bytes: 0,
    header: ["x"],
    delimiter: ",",
    rowsAtMost,
  });
  const [now, then] = [sample(900, 11, 0.4), sample(800, 12)];
  const ask: Parameters<typeof countDrift>[3] = (query) =>
    countInMemory(
      (query.source as EvidenceFile).path === "now"
        ? now.map(({ s }) => ({ x: s }))
        : then.map(({ s }) => ({ x: s })),
    )(query);
  const count = (rowsAtMost: number | null) =>
    countDrift([{ column: "x", kind: "number" }], file("now", rowsAtMost), file("then", rowsAtMost), ask);

  it("with nearly the same counts per decile", async () => {
    const [exact] = await count(1000);
    const [binned] = await count(null);
    expect(binned?.n).toBe(900);
    expect(binned?.tallies?.length).toBeLessThanOrEqual(4097);
    const [a, b] = [exact?.bins.current ?? [], binned?.bins.current ?? []];
    expect(b.length).toBe(a.length);
    for (const [bin, n] of a.entries()) expect(Math.abs(n - (b[bin] ?? 0))).toBeLessThanOrEqual(3);
  });
});
