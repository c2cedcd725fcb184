import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { UserError } from "../../src/errors.js";
import type { Assessment } from "../../src/model/assessment.js";
import { exactRateBox } from "../../src/stats/exact-rate-box.js";
import { expectClose } from "../stats/expect-close.js";
import { readFixture } from "../stats/read-fixture.js";
import { seeded } from "./seeded.js";
import { assessFiles, estimateAt, planFile, valueOf } from "./project-folder.js";
import { simulateComparisons } from "../find/simulate-comparisons.js";
import type { MemoryRow } from "./count-in-memory.js";

const scores = {
  dev: readFileSync(new URL("../fixtures/golden/inputs/verif_dev.csv", import.meta.url), "utf8"),
  test: readFileSync(new URL("../fixtures/golden/inputs/verif_test.csv", import.meta.url), "utf8"),
};

const base = {
  id: "scores",
  task: "verification",
  data: "data/scores.csv",
  label: "genuine",
  positive: 1,
  score: "score",
};
const people = { subjects: { probe: "real", reference: "claimed" } };

/** The Assessment of one evaluation over the rows of a CSV file. */
function assessScores(csv: string, more: object, plan: object = {}): Promise<Assessment> {
  const evaluations = [{ ...base, ...more }];
  return assessFiles({ "forthright.yaml": planFile({ evaluations, ...plan }), "data/scores.csv": csv });
}

function tableOf({ tables }: Assessment, name: string) {
  return tables.find(({ id }) => id === `${name}@all`);
}

interface Point {
  fmr: number;
  fnmr: number;
  false_matches: number;
  false_nonmatches: number;
}
const g23 = readFixture("golden/G23_face_verification_bob.json") as {
  dev_eer: { eer_interpolated: number; threshold_min_gap: number };
  test_at_dev_eer_threshold: Point;
  test_by_sex: Record<"f" | "m", Point>;
  dev_at_fmr: (Point & { target: number; threshold: number })[];
  fnmr_test_cluster: { se_cluster: number; deff: number };
};

describe("a verification project on the scores of G23 (numpy 1.24.2)", () => {
  const threshold = g23.dev_eer.threshold_min_gap;
  it("has the errors of the test set at the development threshold, overall and by sex", async () => {
    const assessment = await assessScores(scores.test, {
      ...people,
      demographics: { sex: "sex" },
      threshold,
    });
    const { f, m } = g23.test_by_sex;
    for (const [slice, point] of [
      ["all", g23.test_at_dev_eer_threshold],
      ["sex=f", f],
      ["sex=m", m],
    ] as const) {
      expect(estimateAt(assessment, `fmr@${slice}`)).toMatchObject({
        value: point.fmr,
        numerator: point.false_matches,
        of: "negatives",
        threshold,
      });
      expect(estimateAt(assessment, `fnmr@${slice}`)).toMatchObject({
        value: point.fnmr,
        numerator: point.false_nonmatches,
        of: "positives",
      });
    }
    expectClose(valueOf(assessment, "fmr-max-min[sex]@all"), f.fmr / m.fmr, 1e-12);
    expectClose(valueOf(assessment, "fnmr-max-min[sex]@all"), f.fnmr / m.fnmr, 1e-12);
    const { deff } = g23.fnmr_test_cluster;
    expectClose(estimateAt(assessment, "fnmr@all").n_effective, (390 / deff) * (390 / 389), 1e-9);
    expect(assessment.evaluations[0]).toMatchObject({
      used: 910,
      subjects: 26,
      counts: { "genuine-comparisons": 390, "impostor-comparisons": 520 },
    });
    // All impostors of this set are of the other person's sex: nothing was compared across.
    expect(estimateAt(assessment, "fmr[across=sex]@all")).toMatchObject({
      value: null,
      reason: "no-pairs-across",
    });
  });
  it("has the equal error rate and the points at FMR targets, and refuses a target it cannot carry", async () => {
    const assessment = await assessScores(scores.dev, { ...people, fmr_targets: [0.1, 0.01] });
    expectClose(valueOf(assessment, "eer@all"), g23.dev_eer.eer_interpolated, 1e-9);
    const [tenth] = g23.dev_at_fmr;
    expect(estimateAt(assessment, "fnmr[fmr=0.1]@all")).toMatchObject({
      value: tenth?.fnmr,
      threshold: tenth?.threshold,
      facet: "fmr=0.1",
    });
    expect(estimateAt(assessment, "fnmr[fmr=0.01]@all")).toMatchObject({
      value: null,
      interval: null,
      reason: "too-few-impostors",
      threshold: null,
    });
    expect(tableOf(assessment, "fmr-targets")?.rows).toEqual([
      { label: "0.1", cells: [520, 100, 300, 52, 20, 390] },
      { label: "0.01", cells: [520, 1000, 3000, null, null, null] },
    ]);
    // Without a threshold in use nothing is decided.
    expect(estimateAt(assessment, "fmr@all")).toMatchObject({ value: null, reason: "no-threshold" });
  });
  it("has a DET table of exact counts that starts with all and ends with nobody accepted", async () => {
    const { rows = [], columns = [] } = tableOf(await assessScores(scores.dev, {}), "det") ?? {};
    expect(columns).toEqual(["threshold", "false-matches", "impostors", "false-non-matches", "genuine"]);
    expect(rows[0]?.cells.slice(1)).toEqual([520, 520, 0, 390]);
    expect(rows.at(-1)?.cells).toEqual([null, 0, 520, 390, 390]);
    const lines = scores.dev
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","));
    for (const { cells } of rows.slice(0, -1)) {
      const [at = null, matches, , nonMatches] = cells;
      const accepted = lines.filter(([, , score]) => Number(score) >= (at ?? Infinity));
      expect(accepted.filter(([, , , genuine]) => genuine === "0").length).toBe(matches);
      expect(390 - accepted.filter(([, , , genuine]) => genuine === "1").length).toBe(nonMatches);
    }
  });
  it("claims in errors, comparisons and people: the bound stands on what these are worth", async () => {
    const assessment = await assessScores(scores.test, { ...people, threshold });
    const fnmr = estimateAt(assessment, "fnmr@all");
    const worth = fnmr.n_effective ?? 0;
    const bound = exactRateBox((24 / 390) * worth, worth, 0.95).high;
    expect(tableOf(assessment, "claims")?.rows[1]).toEqual({
      label: "fnmr",
      cells: [24, 390, 26, Math.floor(worth), Math.ceil(bound * 1e6), Math.ceil((30 * 390) / 24)],
    });
  });
});

describe("transactions", () => {
  const counted = {
    threshold: 0,
    fta: { failures: 9, attempts: 402 },
    fte: { failures: 1, subjects: 27 },
  };
  it("multiply the errors of the comparison with failures to capture and enrol", async () => {
    const assessment = await assessScores(scores.test, counted);
    const value = (metric: string): number => valueOf(assessment, `${metric}@all`) ?? Number.NaN;
    const [fta, fte] = [9 / 402, 1 / 27];
    expect(estimateAt(assessment, "fta@all")).toMatchObject({ value: fta, of: "attempts", denominator: 402 });
    expect(estimateAt(assessment, "fte@all")).toMatchObject({ value: fte, of: "subjects", denominator: 27 });
    expectClose(value("far"), value("fmr") * (1 - fta), 1e-12);
    expectClose(value("frr"), fta + value("fnmr") * (1 - fta), 1e-12);
    expectClose(value("gfar"), value("far") * (1 - fte), 1e-12);
    expectClose(value("gfrr"), fte + value("frr") * (1 - fte), 1e-12);
    for (const metric of ["far", "frr", "gfar", "gfrr"]) {
      const { interval, origin } = estimateAt(assessment, `${metric}@all`);
      expect(origin).toBe("derived");
      expect(interval?.low).toBeLessThan(value(metric));
      expect(interval?.high).toBeGreaterThan(value(metric));
    }
  });
  it("are absent where nobody counted failures, and have no value where nothing was tried", async () => {
    const { estimates } = await assessScores(scores.test, { threshold: 0 });
    expect(estimates.filter(({ metric }) => /^g?fa?r?r$|^ft[ae]$/.test(metric))).toEqual([]);
    const none = await assessScores(scores.test, { threshold: 0, fta: { failures: 0, attempts: 0 } });
    expect(estimateAt(none, "fta@all")).toMatchObject({ value: null, reason: "no-attempts" });
    expect(estimateAt(none, "frr@all")).toMatchObject({ value: null, reason: "no-attempts" });
  });
});

/** Simulated comparisons as a CSV file. */
function csvOf(rows: readonly MemoryRow[]): string {
  const columns = Object.keys(rows[0] ?? {});
  return [columns, ...rows.map((row) => columns.map((column) => row[column]))].join("\n");
}

const grouped = {
  subjects: { probe: "probe", reference: "reference" },
  demographics: { group: { probe: "group_probe", reference: "group_reference" } },
  threshold: 1.6,
};

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

function ownOf(row: MemoryRow, score: number): MemoryRow {
  return { ...row, reference: row.probe ?? "", group_reference: row.group_probe ?? "", genuine: 1, score };
}

describe("hostile and empty input", () => {
  const header = "probe,reference,genuine,score";
  const ids = { subjects: { probe: "probe", reference: "reference" }, threshold: 0.5 };
  const file = (...rows: string[]): string => [header, ...rows, ""].join("\n");

  it("a label that contradicts the ids is refused, with counts", async () => {
    await expect(assessScores(file("a,b,1,0.9", "a,b,0,0.1", "c,c,0,0.2"), ids)).rejects.toMatchObject({
      messages: [{ code: "E-PAIRS", text: expect.stringMatching(/1 genuine .* 1 impostor/) as string }],
    });
  });
  it("a third label, no usable row, and an empty file are refused", async () => {
    const code = (csv: string) =>
      assessScores(csv, ids).then(
        () => null,
        (error: unknown) => (error instanceof UserError ? error.messages[0]?.code : error),
      );
    expect(await code(file("a,a,1,0.9", "a,b,0,0.1", "a,c,maybe,0.1"))).toBe("E-LABEL");
    expect(await code(file("a,a,,0.9", "a,b,0,"))).toBe("E-NO-ROWS");
    expect(await code(file())).toBe("E-HEADER-ONLY");
    expect(await code("")).toBe("E-EMPTY");
    expect(await code("probe,reference,label,score\na,a,1,0.9\n")).toBe("E-COLUMN");
  });
  it("rows without a label or a score are counted and left out; a blank id is one person", async () => {
    const assessment = await assessScores(
      file("a,a,1,0.9", "b,b,1,0.2", "a,b,0,0.1", ",b,0,0.7", ",c,0,0.6", "c,d,0,", "c,d,,0.5", "c,d,0,inf"),
      ids,
    );
    expect(assessment.evaluations[0]).toMatchObject({
      rows: 8,
      used: 5,
      excluded: { label_blank: 1, score_blank: 1, score_not_finite: 1 },
      subjects: 4,
    });
    expect(estimateAt(assessment, "fmr@all")).toMatchObject({ numerator: 2, denominator: 3 });
    expect(estimateAt(assessment, "fnmr@all")).toMatchObject({ numerator: 1, denominator: 2 });
  });
  it("one sort of comparison alone: the other rate has a reason, and there is no curve", async () => {
    const genuine = await assessScores(file("a,a,1,0.9", "b,b,1,0.1"), { ...ids, fmr_targets: [0.1] });
    expect(estimateAt(genuine, "fmr@all")).toMatchObject({ value: null, reason: "no-impostors" });
    expect(estimateAt(genuine, "eer@all")).toMatchObject({ value: null, reason: "one-class" });
    expect(estimateAt(genuine, "fnmr[fmr=0.1]@all")).toMatchObject({ value: null, reason: "one-class" });
    expect(estimateAt(genuine, "fnmr@all")).toMatchObject({ value: 0.5, denominator: 2 });
    expect(tableOf(genuine, "det")).toBeUndefined();
    expect(tableOf(genuine, "fmr-targets")?.rows).toEqual([
      { label: "0.1", cells: [0, 100, 300, null, null, null] },
    ]);
    const impostor = await assessScores(file("a,b,0,0.9"), ids);
    expect(estimateAt(impostor, "fnmr@all")).toMatchObject({ value: null, reason: "no-genuine" });
  });
  it("one score for all comparisons: errors at it, no histogram, nothing that is no number", async () => {
    const assessment = await assessScores(file("a,a,1,0.5", "b,b,1,0.5", "a,b,0,0.5"), ids);
    expect(estimateAt(assessment, "fmr@all").value).toBe(1);
    expect(estimateAt(assessment, "fnmr@all").value).toBe(0);
    expect(valueOf(assessment, "eer@all")).toBe(0.5);
    expect(assessment.distributions).toEqual([]);
    expect(JSON.stringify(assessment)).not.toMatch(/NaN|Infinity/);
  });
  it("ids and groups of hostile letters stay data", async () => {
    const name = `"x"";drop table--<script>"`;
    const csv = [
      "probe,reference,genuine,score,group",
      `${name},${name},1,0.9,"=cmd|x, a"`,
      `${name},=1+1,0,0.1,"=cmd|x, a"`,
      "=1+1,=1+1,1,0.8,x",
      "",
    ].join("\n");
    const assessment = await assessScores(csv, { ...ids, demographics: { group: "group" } });
    expect(assessment.evaluations[0]?.subjects).toBe(2);
    expect(assessment.slices.map(({ value }) => value)).toEqual(["=cmd|x, a", "x"]);
    expect(estimateAt(assessment, "fmr@group=%3Dcmd%7Cx%2C%20a")).toMatchObject({ value: 0 });
    expect(JSON.stringify(assessment)).not.toContain("drop table");
  });
});

describe("a plan that cannot be meant", () => {
  it.each([
    [{ flag: "below" }, /flag "below"/],
    [{ label: undefined }, /Missing `label`/],
    [{ data: undefined }, /Missing `data`/],
    [{ fta: { failures: 3, attempts: 2 } }, /3 failures of 2 attempts/],
    [{ fmr_targets: [0] }, /target 0/],
    [{ fmr_targets: [0.1, 0.1] }, /target 0.1 twice/],
    [{ subjects: { probe: "real", reference: "real" } }, /for both samples/],
    [{ slices: ["sex"], demographics: { sex: "sex" } }, /slice column already/],
    [{ demographics: { sex: "genuine" } }, /which is the label/],
    [{ subject: "real" }, /Unexpected subject/],
    [{ counts: { tp: 1, fn: 1, fp: 1, tn: 1 } }, /Unexpected counts/],
  ])("%j", async (more, expected) => {
    await expect(assessScores(scores.test, more)).rejects.toMatchObject({
      messages: expect.arrayContaining([
        expect.objectContaining({ code: "E-PLAN", text: expect.stringMatching(expected) as string }),
      ]) as unknown,
    });
  });
});
