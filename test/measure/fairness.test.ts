import { describe, expect, it } from "vitest";

import type { Assessment } from "../../src/model/assessment.js";
import { audiences } from "../../src/model/plan.js";
import { katzRatio } from "../../src/stats/katz-ratio.js";
import { findInRows } from "../find/find-in-memory.js";
import { expectClose } from "../stats/expect-close.js";
import { readFixture } from "../stats/read-fixture.js";
import { assessFiles, estimateAt, planFile, valueOf } from "./project-folder.js";
import { publishFiles } from "./publish-project.js";
import { seeded } from "./seeded.js";

const golden = readFixture("golden/G12_fairness_ratio.json") as {
  selection: { group: string; selected: number; n: number; rate: number; impact_ratio: number }[];
  scoring: {
    groups: Record<string, number[]>;
    scoring_rate: Record<string, number>;
    impact_ratio: Record<string, number>;
  };
};

async function assessed(csv: string, evaluation: object, plan: object = {}): Promise<Assessment> {
  const own = { id: "t", data: "d.csv", label: "y", positive: 1, ...evaluation };
  return assessFiles({ "d.csv": csv, "forthright.yaml": planFile({ evaluations: [own], ...plan }) });
}

describe("G12, impact ratios of 6 RCNY 5-301, from the CSV to the Assessment", () => {
  it("selection rates, ratios, Katz intervals; persons without an outcome count", async () => {
    const rows = golden.selection.flatMap(({ group, selected, n }) =>
      Array.from(
        { length: n },
        (_, index) => `${index % 3 === 0 ? "" : index % 2},${index < selected ? 1 : 0},${group}`,
      ),
    );
    const found = await assessed(["y,hired,race", ...rows].join("\n"), {
      prediction: "hired",
      slices: ["race"],
      fairness: { columns: ["race"], leave_out: 0.02 },
    });
    for (const { group, selected, n, rate, impact_ratio } of golden.selection) {
      const own = estimateAt(found, `selection-rate@race=${group}`);
      expect([own.numerator, own.denominator]).toEqual([selected, n]);
      expectClose(own.value, rate, 1e-12);
      const ratio = estimateAt(found, `impact-ratio@race=${group}`);
      expectClose(ratio.value, impact_ratio, 1e-12);
      if (group === "White") expect(ratio).toMatchObject({ interval: null, reason: "reference-group" });
      else expectClose(ratio.interval?.low, katzRatio(selected, n, 1043, 1933)?.interval?.low, 1e-9);
    }
  });
  it("a tool that scores: strictly above the median of the whole sample, ties at it not counted", async () => {
    const rows = Object.entries(golden.scoring.groups).flatMap(([group, scores]) =>
      scores.map((score, index) => `${index % 2},${score},${group}`),
    );
    const found = await assessed(["y,s,g", ...rows].join("\n"), {
      score: "s",
      score_range: [0, 100],
      slices: ["g"],
      fairness: { columns: ["g"] },
    });
    for (const [group, rate] of Object.entries(golden.scoring.scoring_rate)) {
      expectClose(valueOf(found, `selection-rate@g=${group}`), rate, 1e-12);
      expectClose(valueOf(found, `impact-ratio@g=${group}`), golden.scoring.impact_ratio[group], 1e-12);
    }
  });
});

interface Row {
  readonly y: number;
  readonly s: number;
  readonly sex: string;
  readonly age: string;
}

/** Applicants whose score does not know sex or age; `harm` misses the positives of one group. */
function simulate(seed: number, n: number, harm: (row: Row) => boolean = () => false): Row[] {
  const random = seeded(seed);
  return Array.from({ length: n }, () => {
    const y = random.chance(0.4) ? 1 : 0;
    const row = {
      y,
      s: random.whole(0, 70) / 100 + (y === 1 ? 0.3 : 0),
      sex: random.pick(["F", "M"]),
      age: random.pick(["young", "old"]),
    };
    return harm(row) && random.chance(0.5) ? { ...row, s: 0.1 } : row;
  });
}

const keys = { label: "y", positive: 1, score: "s", slices: ["sex", "age"] };
const csvOf = (rows: readonly Row[]): string =>
  ["y,s,sex,age", ...rows.map(({ y, s, sex, age }) => [y, s, sex, age].join(","))].join("\n");

describe("groups of protected attributes", () => {
  const rows = simulate(5, 900);
  const plan = { deployment: { threshold: 0.5 } };
  const rate = (keep: (row: Row) => boolean, of: (row: Row) => boolean): number =>
    rows.filter((row) => keep(row) && of(row)).length / rows.filter(keep).length;

  it("every gap counted by hand, and groups of two attributes together", async () => {
    const found = await assessed(
      csvOf(rows),
      { ...keys, fairness: { columns: ["sex", "age"], selected: "unflagged" } },
      plan,
    );
    const flagged = ({ s }: Row): boolean => s >= 0.5;
    const gapOf = (keep: (row: Row) => boolean, of: (row: Row) => boolean): number =>
      Math.abs(
        rate((row) => keep(row) && row.sex === "F", of) - rate((row) => keep(row) && row.sex === "M", of),
      );
    const positive = ({ y }: Row): boolean => y === 1;
    const recall = gapOf(positive, flagged);
    const alarms = gapOf(({ y }) => y === 0, flagged);
    expectClose(valueOf(found, "equal-opportunity-difference[sex]@all"), recall, 1e-9);
    expectClose(valueOf(found, "equalised-odds-difference[sex]@all"), Math.max(recall, alarms), 1e-9);
    expectClose(valueOf(found, "predictive-parity-difference[sex]@all"), gapOf(flagged, positive), 1e-9);
    expectClose(
      valueOf(found, "demographic-parity-difference[sex]@all"),
      gapOf(() => true, flagged),
      1e-9,
    );
    const both = (row: Row): boolean => row.sex === "F" && row.age === "old";
    expectClose(
      valueOf(found, "selection-rate@sex=F&age=old"),
      rate(both, (row) => !flagged(row)),
      1e-12,
    );
    const expected = rows.filter(both).reduce((sum, { s }) => sum + s, 0);
    expectClose(
      valueOf(found, "calibration-within-group@sex=F&age=old"),
      rows.filter((row) => both(row) && row.y === 1).length / expected,
      1e-7,
    );
    expect(found.slices.find(({ id }) => id === "sex=F&age=old")).toMatchObject({
      n: rows.filter(both).length,
    });
    const table = found.tables.find(({ id }) => id === "fairness@sex=F&age=old");
    expect(table?.rows[0]?.cells.slice(0, 2)).toEqual([
      rows.filter(both).length,
      rows.filter((row) => both(row) && !flagged(row)).length,
    ]);
  });
  it("unknown and small groups are counted and compared with nobody", async () => {
    const more = `${csvOf(rows)}\n1,0.9,unknown,old\n1,0.9,,old\n0,0.9,X,old`;
    const found = await assessed(
      more,
      { ...keys, fairness: { columns: ["sex"], unknown: ["unknown"], leave_out: 0.02 } },
      plan,
    );
    expect(estimateAt(found, "impact-ratio@sex=unknown")).toMatchObject({
      value: null,
      reason: "unknown-category",
    });
    expect(estimateAt(found, "impact-ratio@sex=(missing)")).toMatchObject({
      value: null,
      reason: "unknown-category",
    });
    expect(estimateAt(found, "impact-ratio@sex=X")).toMatchObject({ value: null, reason: "below-share" });
    expect(estimateAt(found, "selection-rate@sex=X").denominator).toBe(1);
  });
  it("nobody selected: no ratio, and no gap made up", async () => {
    const found = await assessed(
      csvOf(rows.map((row) => ({ ...row, s: 0.9 * row.s }))),
      { ...keys, fairness: { columns: ["sex"] } },
      { deployment: { threshold: 1 } },
    );
    expect(estimateAt(found, "impact-ratio@sex=F")).toMatchObject({ value: null, reason: "no-selection" });
    expect(estimateAt(found, "predictive-parity-difference[sex]@all")).toMatchObject({
      value: null,
      reason: "one-group",
    });
  });
  it("an attribute that a duty names and no column holds is a finding", async () => {
    const found = await assessed(
      csvOf(rows),
      { ...keys, fairness: { columns: ["sex"], required: ["sex", "skin tone"] } },
      plan,
    );
    expect(
      found.findings.filter(({ rule }) => rule === "demographic-unmeasured").map(({ slots }) => slots.axis),
    ).toEqual(["skin tone"]);
  });
  it("small groups of two attributes stay out of every edition but the internal one", async () => {
    const few = [
      ...rows,
      ...Array.from({ length: 3 }, (): Row => ({ y: 1, s: 0.9, sex: "F", age: "</script>" })),
    ];
    const files = {
      "d.csv": csvOf(few),
      "forthright.yaml": planFile({
        evaluations: [{ id: "t", data: "d.csv", ...keys, fairness: { columns: ["sex", "age"] } }],
        documents: [{ kind: "model-card" }],
        ...plan,
      }),
    };
    for (const audience of audiences) {
      const [card] = (await publishFiles(files, { audience })).documents;
      expect(card?.html).not.toMatch(/NaN|undefined|Infinity/);
      expect(card?.html).not.toContain("age=</script>");
    }
  });
  it("a protected column must be a slice", async () => {
    await expect(
      assessed(csvOf(rows), { ...keys, slices: ["age"], fairness: { columns: ["sex"] } }, plan),
    ).rejects.toMatchObject({
      failure: "usage",
      messages: [{ text: 'Unexpected protected column "sex", expected one that is named in slices.' }],
    });
  });
});

describe("demographic-gap", () => {
  const evaluation = { ...keys, fairness: { columns: ["sex", "age"] } };
  const gapsIn = async (rows: readonly Row[]): Promise<string[]> =>
    (
      await findInRows(
        rows.map((row) => ({ ...row })),
        evaluation,
      )
    ).findings
      .filter(({ rule }) => rule === "demographic-gap")
      .map(({ id }) => id);

  it("finds a planted gap of one group, and of two attributes together, nearly always", async () => {
    let single = 0;
    let together = 0;
    for (let seed = 1; seed <= 20; seed += 1) {
      if (
        (await gapsIn(simulate(seed, 1200, ({ sex }) => sex === "F"))).includes(
          "demographic-gap@sex=F#recall",
        )
      )
        single += 1;
      const both = await gapsIn(simulate(seed, 1200, ({ sex, age }) => sex === "F" && age === "old"));
      if (both.includes("demographic-gap@sex=F&age=old#recall")) together += 1;
    }
    expect([single, together]).toEqual([20, 20]);
  });
  it("is silent on clean data: at most one report in twenty", async () => {
    let loud = 0;
    for (let seed = 100; seed < 300; seed += 1) if ((await gapsIn(simulate(seed, 600))).length > 0) loud += 1;
    expect(loud).toBeLessThanOrEqual(10);
  });
});
