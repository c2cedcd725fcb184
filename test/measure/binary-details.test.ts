import { describe, expect, it } from "vitest";

import type { Assessment } from "../../src/model/assessment.js";
import { csvOf, groupsCsv, type Block } from "../find/small-csv.js";
import { assessFiles, assessPlan, planFile, type ProjectFiles } from "./project-folder.js";
import { publishFiles } from "./publish-project.js";

/* Findings that need more of the rows than the counts of each slice: overlap, overrides, missing rows, development. */

const usual = { id: "e", data: "data.csv", label: "y", positive: 1, score: "s" };

function project(files: ProjectFiles, evaluation: object = {}): ProjectFiles {
  return {
    ...files,
    "forthright.yaml": planFile({
      deployment: { threshold: 0.5 },
      evaluations: [{ ...usual, ...evaluation }],
      documents: [{ kind: "model-card", audience: "internal" }],
    }),
  };
}

function told(
  { findings }: Assessment,
  rule: string,
): readonly (readonly [string, Record<string, unknown>])[] {
  return findings.filter((finding) => finding.rule === rule).map(({ id, slots }) => [id, slots]);
}

describe("train-test-overlap", () => {
  /** Forty people twice each; the first ten are known to the model, which never misses them. */
  const rows: Block[] = Array.from({ length: 80 }, (_, index) => ({
    times: 1,
    cells: [1, index % 40 < 10 || index % 4 === 0 ? 0.9 : 0.1, `P${(index % 40).toString()}`],
  }));
  const data = csvOf(["y", "s", "person"], [...rows, { times: 40, cells: [0, 0.1, "Q"] }]);
  const train = (people: readonly string[]): string =>
    csvOf(
      ["person", "other"],
      people.map((person) => ({ times: 2, cells: [person, 1] })),
    );
  const known = Array.from({ length: 10 }, (_, index) => `P${index.toString()}`);

  it("counts the people both hold, and the misses without them", async () => {
    const files = { "data.csv": data, "train.csv": train([...known, "X1"]) };
    const assessment = await assessFiles(project(files, { subject: "person", train: "train.csv" }));
    // Of 60 positives of the other people every fourth is caught: rows 12, 16, ... of both rounds.
    const caught = rows.filter(
      ({ cells: [, score, person] }) => score === 0.9 && !known.includes(String(person)),
    );
    expect(told(assessment, "train-test-overlap")).toEqual([
      [
        "train-test-overlap@e",
        {
          by: "subject",
          shared: 10,
          of: 41,
          misses: 60 - caught.length,
          positives_n: 80,
          apart_misses: 60 - caught.length,
          apart_n: 60,
        },
      ],
    ]);
    expect(assessment.sources.map((source) => ("path" in source ? source.path : ""))).toContain("train.csv");
  });

  it("is silent where nobody is in both, and tells rows by their id where no subject is named", async () => {
    const files = { "data.csv": data, "train.csv": train(["X1", "X2"]) };
    const apart = await assessFiles(project(files, { subject: "person", train: "train.csv" }));
    expect(told(apart, "train-test-overlap")).toEqual([]);
    const byRow = await assessFiles(
      project({ ...files, "train.csv": train(["P3"]) }, { row_id: "person", train: "train.csv" }),
    );
    expect(told(byRow, "train-test-overlap")[0]?.[1]).toMatchObject({ by: "row_id", shared: 1, of: 41 });
  });
});

describe("human-override", () => {
  const rows = (changed: Readonly<Record<string, number>>): string =>
    csvOf(
      ["y", "s", "final", "group"],
      Object.entries(changed).flatMap(([group, often]) => [
        { times: often, cells: [1, 0.9, 0, group] },
        { times: 200 - often, cells: [1, 0.9, 1, group] },
        { times: 100, cells: [0, 0.1, 0, group] },
        // No outcome is known, and the decision counts all the same.
        { times: 100, cells: ["", 0.1, 0, group] },
      ]),
    );
  const final = { final: "final", slices: ["group"] };

  it("tells that many decisions are changed, and for whom more", async () => {
    const assessment = await assessFiles(project({ "data.csv": rows({ A: 120, B: 30, C: 30 }) }, final));
    expect(told(assessment, "human-override")).toEqual([
      ["human-override@e", { changed: 180, of: 1_200 }],
      [
        "human-override@group=A",
        expect.objectContaining({ changed: 120, of: 400, rest_changed: 60, rest_of: 800 }),
      ],
    ]);
  });

  it("is silent where few are changed, and everywhere as many", async () => {
    const assessment = await assessFiles(project({ "data.csv": rows({ A: 30, B: 28, C: 33 }) }, final));
    expect(told(assessment, "human-override")).toEqual([]);
  });
});

describe("duplicates-missing", () => {
  const rows = (blank: Readonly<Record<string, number>>): string =>
    csvOf(
      ["y", "s", "group"],
      Object.entries(blank).flatMap(([group, missing]) => [
        { times: missing, cells: ["", 0.4, group] },
        { times: 250, cells: [1, 0.9, group] },
        { times: 250 - missing, cells: [0, 0.1, group] },
      ]),
    );
  const bySlice = async (blank: Readonly<Record<string, number>>): Promise<readonly string[]> => {
    const assessment = await assessFiles(project({ "data.csv": rows(blank) }, { slices: ["group"] }));
    return told(assessment, "duplicates-missing").map(([id]) => id);
  };
  it("tells a column for some of whose values more rows are missing", async () => {
    expect(await bySlice({ A: 60, B: 20, C: 20 })).toContain("duplicates-missing@e#group");
    expect(await bySlice({ A: 22, B: 20, C: 18 })).not.toContain("duplicates-missing@e#group");
  });
});

describe("dev-test-gap", () => {
  const plan = (test: object) => ({
    evaluations: [
      { id: "dev", counts: { tp: 950, fn: 50, fp: 40, tn: 960 } },
      { id: "test", counts: test, development: "dev" },
    ],
  });
  it.each([
    ["a test as good", { tp: 470, fn: 30, fp: 22, tn: 478 }, []],
    ["more misses", { tp: 420, fn: 80, fp: 22, tn: 478 }, ["test/dev-test-gap#recall"]],
    ["more false alarms", { tp: 470, fn: 30, fp: 60, tn: 440 }, ["test/dev-test-gap#false-alarms"]],
    ["a gap that few cases leave open", { tp: 18, fn: 2, fp: 1, tn: 19 }, []],
    ["a better test", { tp: 499, fn: 1, fp: 0, tn: 500 }, []],
  ] as const)("%s", async (_, test, ids) => {
    expect(told(await assessPlan(plan(test)), "dev-test-gap").map(([id]) => id)).toEqual(ids);
  });
});

describe("a model card", () => {
  it("says them all in sentences", async () => {
    const groups = groupsCsv({
      A: { tp: 40, fn: 60, fp: 10, tn: 90 },
      B: { tp: 80, fn: 20, fp: 10, tn: 90 },
    });
    const lines = groups.trim().split("\n");
    const data = lines.map((line, index) =>
      index === 0 ? `${line},final,id` : `${line},${index % 3 === 0 ? 1 : 0},R${index.toString()}`,
    );
    const { assessment, documents } = await publishFiles(
      project(
        { "data.csv": `${data.join("\n")}\n`, "train.csv": "id\nR1\nR2\n" },
        { slices: ["group"], final: "final", row_id: "id", train: "train.csv" },
      ),
    );
    expect(told(assessment, "human-override").length).toBeGreaterThan(0);
    expect(told(assessment, "train-test-overlap").length).toBe(1);
    expect(documents.length).toBe(1);
  });
});
