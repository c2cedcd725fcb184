import { describe, expect, it } from "vitest";

import { find } from "../../src/find/find.js";
import { measure } from "../../src/measure/measure.js";
import type { Finding } from "../../src/model/assessment.js";
import { planSchema } from "../../src/model/plan.js";
import type { EvidenceFile } from "../../src/model/project.js";
import { seededRandom } from "../../src/stats/random.js";
import { countInMemory } from "../measure/count-in-memory.js";

type Row = Readonly<Record<string, string>>;

const file: EvidenceFile = {
  path: "data.csv",
  copy: "/data.csv",
  format: "csv",
  sha256: "0".repeat(64),
  bytes: 0,
  header: [],
  delimiter: ",",
  rowsAtMost: 1,
};

/** Steps 2 and 3 of the pipeline on rows of many classes in memory. */
async function foundIn(rows: readonly Row[], evaluation: object = {}): Promise<Finding[]> {
  const plan = planSchema.parse({
    schema: 1,
    model: { name: "Simulated" },
    evaluations: [
      { id: "e", task: "multiclass", data: "data.csv", label: "y", prediction: "p", ...evaluation },
    ],
  });
  const { evidence } = await measure({
    project: { root: "/", plan, places: {}, notes: [], limitations: [], messages: [] },
    sources: { e: { data: file } },
    ask: countInMemory(rows),
    date: null,
  });
  return find(evidence).findings;
}

const rowsOf = (counts: Readonly<Record<string, number>>): Row[] =>
  Object.entries(counts).flatMap(([pair, times]) => {
    const [y = "", p = "", g = ""] = pair.split(" ");
    return Array.from({ length: times }, () => ({ y, p, g }));
  });

const idsOf = (findings: readonly Finding[], rule: string): string[] =>
  findings.filter((finding) => finding.rule === rule).map(({ id }) => id);

describe("never-predicted", () => {
  it("speaks of a class with cases that is never given, and of no other", async () => {
    const counts = { "a a": 40, "a b": 5, "b b": 30, "c a": 20 };
    expect(idsOf(await foundIn(rowsOf({ ...counts, "c b": 10 })), "never-predicted")).toEqual([
      "never-predicted@c",
    ]);
    expect(idsOf(await foundIn(rowsOf({ ...counts, "c c": 10 })), "never-predicted")).toEqual([]);
    const unseen = await foundIn(rowsOf(counts), { classes: ["a", "b", "c", "d"] });
    expect(idsOf(unseen, "never-predicted")).toEqual(["never-predicted@c"]);
  });
});

/** 900 cases of three classes in groups of two columns; `wrong` says how often a case is given another class. */
function simulated(random: () => number, wrong: (row: Row) => number): Row[] {
  const pick = (values: readonly string[]): string => values[Math.floor(random() * values.length)] ?? "";
  return Array.from({ length: 900 }, () => {
    const row = { y: pick(["a", "b", "c"]), g: pick(["1", "2", "3", "4"]), h: pick(["x", "y", "z"]) };
    const others = ["a", "b", "c"].filter((name) => name !== row.y);
    return { ...row, p: random() < wrong(row) ? pick(others) : row.y };
  });
}

async function shareWith(reports: number, seed: number, wrong: (row: Row) => number, id?: string) {
  const random = seededRandom(seed);
  let spoke = 0;
  for (let report = 0; report < reports; report += 1) {
    const ids = idsOf(await foundIn(simulated(random, wrong), { slices: ["g", "h"] }), "weak-slice");
    if (id === undefined ? ids.length > 0 : ids.includes(id)) spoke += 1;
  }
  return spoke;
}

describe("weak slices of many classes", () => {
  it("at most 5 of 100 clean reports name one", async () => {
    expect(await shareWith(100, 7, () => 0.2)).toBeLessThanOrEqual(5);
  });
  it("95 of 100 planted ones are found: 40 of 100 wrong in one group, 20 elsewhere", async () => {
    const planted = (row: Row): number => (row.g === "2" ? 0.4 : 0.2);
    expect(await shareWith(100, 8, planted, "weak-slice@g=2#accuracy")).toBeGreaterThanOrEqual(95);
  });
  it("a single class that suffers in one group is found under its own name", async () => {
    const planted = (row: Row): number => (row.h === "z" && row.y === "b" ? 0.6 : 0.2);
    expect(await shareWith(20, 9, planted, "weak-slice@h=z#recall[b]")).toBeGreaterThanOrEqual(19);
  });
});

describe("label-noise", () => {
  const labelled = (alike: number, apart: number, wrong: number): Row[] =>
    [
      ...Array.from({ length: alike / 2 }, () => ({ a: "x", b: "x" })),
      ...Array.from({ length: alike / 2 }, () => ({ a: "z", b: "z" })),
      ...Array.from({ length: apart / 2 }, () => ({ a: "x", b: "z" })),
      ...Array.from({ length: apart / 2 }, () => ({ a: "z", b: "x" })),
    ].map((row, i) => ({ ...row, y: row.a, p: i < wrong ? "q" : row.a }));
  const annotators = ["a", "b"];

  it("speaks where two people agree too little, and where labels err as often as the model", async () => {
    expect(idsOf(await foundIn(labelled(140, 60, 80), { annotators }), "label-noise")).toEqual([
      "label-noise@e#kappa",
    ]);
    // 18 of 100 apart is noise of 0.1, more than the 4 of 100 the model seems to get wrong.
    expect(idsOf(await foundIn(labelled(164, 36, 8), { annotators }), "label-noise")).toEqual([
      "label-noise@e#ceiling",
    ]);
  });
  it("is silent where people agree and the model errs more than they do", async () => {
    expect(idsOf(await foundIn(labelled(190, 10, 40), { annotators }), "label-noise")).toEqual([]);
    expect(idsOf(await foundIn(labelled(190, 10, 40)), "label-noise")).toEqual([]);
  });
});

describe("declared-disagrees", () => {
  const rows = rowsOf({ "a a": 85, "a b": 15, "b b": 90, "b a": 10 });
  it("takes the digits as they are printed, in words as in numbers", async () => {
    const declared = { "recall[a]": "0.85", accuracy: 0.875, "recall-macro": "0.88" };
    expect(idsOf(await foundIn(rows, { declared }), "declared-disagrees")).toEqual([]);
  });
  it("speaks of another value, and of one that was not counted", async () => {
    const declared = { "recall[a]": "0.851", accuracy: "0.88", "average-precision": 0.9 };
    const found = (await foundIn(rows, { declared })).filter(({ rule }) => rule === "declared-disagrees");
    expect(found.map(({ id, message }) => [id, message])).toEqual([
      ["declared-disagrees@e#recall[a]", "finding.declared-disagrees.differs"],
      ["declared-disagrees@e#average-precision", "finding.declared-disagrees.not-counted"],
    ]);
    expect(found[0]?.slots).toMatchObject({ stated: "0.851", counted: "0.85" });
  });
});
