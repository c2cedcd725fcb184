import { describe, expect, it } from "vitest";

import { measure } from "../../src/measure/measure.js";
import type { Ask } from "../../src/measure/query/count-query.js";
import { planSchema } from "../../src/model/plan.js";
import { countInMemory } from "./count-in-memory.js";
import { seeded } from "./seeded.js";
import { project, refusal, rowOf, type Row } from "./attack-project.js";
import { assessFiles, estimateAt, valueOf } from "./project-folder.js";

describe("more than a million presentations", () => {
  it("are counted in bins so fine that scores of two decimals give the same BPCER at an APCER", async () => {
    const random = seeded(3);
    const rows = Array.from({ length: 600 }, () => {
      const what = random.pick(["live", "live", "print", "mask"]);
      return { what, score: Number((random.next() * (what === "live" ? 0.7 : 1)).toFixed(2)) };
    });
    const plan = planSchema.parse({
      schema: 1,
      model: { name: "Simulated" },
      evaluations: [
        {
          id: "e",
          task: "attack-detection",
          data: "data.csv",
          label: "what",
          bona_fide: "live",
          score: "score",
          threshold: 0.3,
        },
      ],
    });
    const measured = async (most: number): Promise<[string, number | null][]> => {
      const ask: Ask = async (query) => ({ ...(await countInMemory(rows)(query)), rows: most });
      const { evidence } = await measure({
        project: { root: "/", plan, places: {}, notes: [], limitations: [], messages: [] },
        sources: { e: { data: { engine: "postgres", table: "presentations" } } },
        ask,
        date: null,
      });
      return evidence.estimates.map(({ id, value }) => [id, value]);
    };
    const exact = await measured(rows.length);
    expect(exact.filter(([id]) => id.startsWith("bpcer[apcer="))).toHaveLength(3);
    expect(await measured(2_000_000)).toEqual(exact);
  });
});

describe("what cannot be told", () => {
  const row = (what: string, score: number | string, accepted = "no"): Row => ({ what, score, accepted });
  const rows = [row("live", 0.1), row("live", 0.9), row("print", 0.8), row("print", 0.2)];
  const scored = { bona_fide: "live", score: "score", threshold: 0.5 };

  it("without a threshold only the scores are", async () => {
    const assessment = await assessFiles(project(rows, { bona_fide: "live", score: "score" }));
    expect(estimateAt(assessment, "apcer@all")).toMatchObject({
      value: null,
      reason: "no-threshold",
      interval: null,
    });
    expect(estimateAt(assessment, "bpcer@all")).toMatchObject({ value: null, reason: "no-threshold" });
    expect(valueOf(assessment, "bpcer[apcer=0.1]@all")).toBe(0.5);
  });
  it("without attacks there is no APCER, and without bona fide ones no BPCER", async () => {
    const honest = await assessFiles(project(rows.slice(0, 2), scored));
    expect(estimateAt(honest, "apcer@all")).toMatchObject({ value: null, reason: "no-attacks" });
    expect(estimateAt(honest, "bpcer[apcer=0.05]@all")).toMatchObject({ value: null, reason: "no-attacks" });
    const attacks = await assessFiles(project(rows.slice(2), { ...scored, bona_fide: undefined }));
    expect(estimateAt(attacks, "bpcer@all")).toMatchObject({ value: null, reason: "no-bona-fide" });
    expect(valueOf(attacks, "apcer[print]@all")).toBe(0.5);
  });
  it("a species without any answer is unmeasured, not a slip and not a catch", async () => {
    const silent = rows.map((one) => ({ ...one, state: one.what === "print" ? "timeout" : "ok" }));
    const assessment = await assessFiles(
      project(silent, { ...scored, no_response: { column: "state", value: "timeout" } }),
    );
    expect(estimateAt(assessment, "apcer@all")).toMatchObject({ value: null, reason: "no-response" });
    expect(valueOf(assessment, "apnrr[print]@all")).toBe(1);
    expect(rowOf(assessment, "attack-matrix", "print")).toEqual([null, null, 2]);
    expect(assessment.findings.map(({ id }) => id)).toContain("unmeasured-attack#untested");
  });
  it("blank labels and scores are counted and left out", async () => {
    const assessment = await assessFiles(
      project([...rows, row("", 0.5), row("print", ""), row("print", "inf")], scored),
    );
    const [facts] = assessment.evaluations;
    expect(facts).toMatchObject({ rows: 7, used: 6, positives: 4, negatives: 2 });
    expect(facts?.excluded).toEqual({ label_blank: 1, score_blank: 1, score_not_finite: 1 });
    expect(estimateAt(assessment, "apcer[print]@all")).toMatchObject({ numerator: 1, denominator: 2 });
  });
  it("with only the outcome of the whole system, that is what is told", async () => {
    const outcome = [row("live", "", "yes"), row("print", "", "yes"), row("print", "")];
    const assessment = await assessFiles(
      project(outcome, { bona_fide: "live", accepted: { column: "accepted", value: "yes" } }),
    );
    expect(valueOf(assessment, "iapar[print]@all")).toBe(0.5);
    expect(estimateAt(assessment, "apcer@all").reason).toBe("no-threshold");
    expect(rowOf(assessment, "attack-matrix", "print")).toEqual([1, 2, 1]);
  });
  it("no number of an Assessment is NaN", async () => {
    const assessment = await assessFiles(project([row("live", 0.1), row("live", 0.2)], scored));
    expect(JSON.stringify(assessment)).not.toMatch(/NaN|Infinity/);
  });
});

describe("a plan or file that makes no sense is refused", () => {
  const rows = [
    { what: "live", score: 0.1, way: "", s: "x" },
    { what: "print", score: 0.2, way: "presentation", s: "x" },
  ];
  const scored = { bona_fide: "live", score: "score", threshold: 0.5 };
  it.each<[string, object, string]>([
    ["an unknown way of attack", { ...scored, attack_class: "s" }, 'E-CLASS Unexpected "x" in column "s"'],
    [
      "a bona fide value that never occurs",
      { ...scored, bona_fide: "genuine" },
      'The bona fide value "genuine" never occurs',
    ],
    ["no decision of any sort", { bona_fide: "live" }, "Missing `score`"],
    [
      "a prediction without the value that flags",
      { bona_fide: "live", prediction: "s" },
      "Missing `flagged`",
    ],
    ["species as a slice", { ...scored, species: "s", slices: ["s"] }, 'Unexpected slice column "s"'],
    ["a key of another kind", { ...scored, subject: "s" }, "Unexpected subject"],
    [
      "a scope of a column nobody looks at",
      { ...scored, in_scope: { shoe: ["a"] } },
      'Unexpected column "shoe"',
    ],
    [
      "cells of other length",
      { ...scored, coverage: { columns: ["s"], cells: [{ values: ["a", "b"] }] } },
      "Unexpected 2 values, expected 1",
    ],
    ["a claim that is none", { ...scored, claim: 0 }, "claim"],
    ["a column that is not there", { ...scored, species: "shoe" }, "shoe"],
  ])("%s", async (_, evaluation, text) => {
    expect(await refusal(project(rows, evaluation))).toContain(text);
  });
  it("rows of blank labels only", async () => {
    expect(await refusal(project("what,score\n,0.5\n,0.1\n", scored))).toContain(
      "E-NO-ROWS No row has a label: 2 rows",
    );
  });
  it("negative volumes", async () => {
    const coverage = { columns: ["s"], volume: "volume.csv" };
    const files = { ...project(rows, { ...scored, coverage }), "volume.csv": "s,volume\nx,-5\n" };
    expect(await refusal(files)).toContain("-5");
  });
});

describe("hostile names", () => {
  it.each([
    "<script>alert(1)</script>",
    "a]b[c@d/e",
    "x\u202Ey",
    "'; drop table--",
    "(missing)",
    "=1+1",
    "100 %",
  ])("species %j stays a name", async (name) => {
    const rows = `what,score\nlive,0.1\n"${name}",0.8\n"${name}",0.2\n`;
    const assessment = await assessFiles(
      project(rows, { bona_fide: "live", score: "score", threshold: 0.5 }),
    );
    const named = assessment.estimates.filter(({ metric, facet }) => metric === "apcer" && facet === name);
    expect(named).toHaveLength(1);
    expect(named[0]?.id).toMatch(/^apcer\[[A-Za-z0-9_.%()=-]*\]@all$/);
    expect(named[0]?.value).toBe(0.5);
  });
});
