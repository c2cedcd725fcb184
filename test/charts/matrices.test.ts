import { beforeAll, describe, expect, it } from "vitest";

import { charts } from "../../src/charts/all.js";
import { classConfusion } from "../../src/charts/class-confusion.js";
import { aboutEvidence, chartContext } from "../../src/compose/directives/chart.js";
import type { Assessment, Table } from "../../src/model/assessment.js";
import type { Grid } from "../../src/model/grid.js";
import type { Audience } from "../../src/model/plan.js";
import { formatCount } from "../../src/phrasing/format-number.js";
import { packageFile } from "../../src/package-file.js";
import { assess } from "../../src/pipeline.js";
import { documentContext, drawCharts, wordsOf, type DrawnChart } from "./draw-charts.js";
import { manyClasses } from "./hostile-charts.js";
import { printed } from "./read-plot.js";

let checks: Assessment;
let drawn: ReadonlyMap<string, DrawnChart | null>;

beforeAll(async () => {
  checks = (await assess(packageFile("examples/document-check"))).assessment;
  drawn = await drawCharts(checks);
});

function chartOf(kind: string, of = drawn) {
  const found = of.get(kind);
  if (found == null) throw new Error(`There is no ${kind}`);
  return found.chart;
}

function tableOf(id: string, of = checks): Table {
  const table = of.tables.find((one) => one.id === id);
  if (table === undefined) throw new Error(`There is no table ${id}`);
  return table;
}

/** What a reader sees of a table, cell by cell. */
function told({ rows }: Grid): string[][] {
  return rows.map(({ cells }) => cells.map(({ pieces }) => wordsOf(pieces)));
}

/** The phrase said in place of a chart that an edition does not carry. */
async function reasonFor(kind: string, assessment: Assessment, audience: Audience): Promise<string | null> {
  const chart = charts.find(({ id }) => id === kind);
  if (chart === undefined) throw new Error(`There is no chart ${kind}`);
  const seen = chartContext(aboutEvidence(await documentContext(assessment, { audience }), chart));
  return chart.draw(seen, { of: null, against: null }) === null
    ? (chart.reason?.(seen) ?? chart.missing)
    : null;
}

describe("a confusion matrix of two classes", () => {
  it("has every case of the test once, in rows of what they were", () => {
    const [positives = [], negatives = [], all = []] = told(chartOf("confusion-matrix").grid).map((row) =>
      row.slice(1).map((cell) => printed(/^[\d,]+/.exec(cell)?.[0] ?? "")),
    );
    const [facts] = checks.evaluations;
    expect([positives[2], negatives[2]]).toEqual([facts?.positives, facts?.negatives]);
    for (const row of [positives, negatives, all]) expect((row[0] ?? 0) + (row[1] ?? 0)).toBe(row[2]);
    for (const column of [0, 1, 2])
      expect((positives[column] ?? 0) + (negatives[column] ?? 0)).toBe(all[column]);
  });

  it("tells shares of a row and none of a column, and its ground is deeper for a larger share", () => {
    const { grid } = chartOf("confusion-matrix");
    expect(told(grid)[2]?.join(" ")).not.toContain("of");
    const shades = grid.rows.slice(0, 2).map(({ cells }) => cells.slice(1, 3).map(({ shade }) => shade));
    expect(shades).toEqual([
      [4, 2],
      [1, 4],
    ]);
  });

  it("is withheld whole outside the house where a count is under 10, and says so", async () => {
    const few = {
      ...checks,
      estimates: checks.estimates.map((one) =>
        one.id === "checks-2026q3/recall@all" ? { ...one, numerator: 785, denominator: 789 } : one,
      ),
    };
    expect(await reasonFor("confusion-matrix", few, "auditor")).toBe("picture.confusion-matrix.held");
    expect(await reasonFor("confusion-matrix", few, "internal")).toBeNull();
    expect(await reasonFor("confusion-matrix", checks, "auditor")).toBeNull();
  });
});

describe("a confusion matrix of many classes", () => {
  const write = (count: number): string => formatCount(count, "en");

  it.each([2, 3, 7, 12, 40])("of %i keeps every case, however few classes it tells apart", (classes) => {
    const assessment = manyClasses(checks, classes);
    const table = tableOf("confusion@all", assessment);
    const matrix = classConfusion(table, write);
    const sum = (rows: readonly (readonly (number | null)[])[]): number =>
      rows.flat().reduce((total: number, cell) => total + (cell ?? 0), 0);
    expect(matrix?.n).toBe(sum(table.rows.map(({ cells }) => cells)));
    expect(sum(matrix?.counts ?? [])).toBe(matrix?.n);
    expect(matrix?.names.length ?? 0).toBeLessThanOrEqual(8);
    expect(matrix?.joined === null).toBe(classes <= 7);
    expect(matrix?.right).toBe(
      table.rows.reduce((total, { cells }, index) => total + (cells[index] ?? 0), 0),
    );
  });

  it("names the pair most often taken for each other, of all classes", async () => {
    const assessment = manyClasses(checks, 12);
    const table = tableOf("confusion@all", assessment);
    const wrong = table.rows.flatMap(({ cells }, row) => cells.filter((_, column) => column !== row));
    const most = Math.max(...wrong.map((count) => count ?? 0));
    const title = wordsOf(chartOf("confusion-matrix", await drawCharts(assessment)).title);
    const [, right, n, x, of] = (/^([\d,]+) of ([\d,]+) .* ([\d,]+) of ([\d,]+) of /.exec(title) ?? []).map(
      printed,
    );
    expect(x).toBe(most);
    expect(of).toBe(table.rows[1]?.cells.reduce((total: number, cell) => total + (cell ?? 0), 0));
    const whole = classConfusion(table, write);
    expect([right, n]).toEqual([whole?.right, whole?.n]);
  });

  it("says nothing of counts that an edition withholds", () => {
    const table = tableOf("confusion@all", manyClasses(checks, 3));
    const blank = { ...table, rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(() => null) })) };
    expect(classConfusion(blank, write)).toBeNull();
  });
});

describe("an attack matrix", () => {
  it("has a row for every attack, its counts and its mark at their rate; what was never tried says so", () => {
    const { grid } = chartOf("attack-matrix");
    const { columns, rows } = tableOf("fraud-types/attack-matrix@all");
    const top = printed(/0 to (\d+) of 100/.exec(wordsOf(grid.columns[2]?.label ?? []))?.[1] ?? "") / 100;
    expect(grid.rows.length).toBe(rows.length);
    for (const { label, cells } of rows) {
      const row = grid.rows.find(({ cells: [name] }) => wordsOf(name?.pieces ?? []).toLowerCase() === label);
      const at = columns.findIndex((column, index) => column.endsWith(":tested") && cells[index] !== null);
      const [x, n] = [cells[at - 1], cells[at]];
      const words = wordsOf(row?.cells[3]?.pieces ?? []);
      expect(words).toBe(at < 0 ? "not tested" : `${x} of ${n}`);
      const mark = / x="([\d.]+)%"/.exec(row?.cells[2]?.svg ?? "")?.[1];
      if (at < 0) expect(mark).toBeUndefined();
      else expect(Number(mark)).toBeCloseTo(2 + (96 * (x ?? 0)) / (n ?? 1) / top, 1);
    }
  });

  it("has a title that is true: no other attack with 30 tries gets through as often", () => {
    const title = wordsOf(chartOf("attack-matrix").title);
    const [, x = 0, n = 1] = (/: (\d+) of (\d+) tries; 1 in scope was never tried$/.exec(title) ?? []).map(
      Number,
    );
    const rates = told(chartOf("attack-matrix").grid).flatMap(([, , , count = ""]) => {
      const [slipped, tested] = count.split(" of ").map(Number);
      return tested !== undefined && tested >= 30 ? [(slipped ?? 0) / tested] : [];
    });
    expect(rates.length).toBeGreaterThan(4);
    expect(x / n).toBe(Math.max(...rates));
  });

  it.each(["attack-matrix", "layer-matrix", "coverage-matrix"])(
    "like every %s shows its details to those who test, and says elsewhere that they are held",
    async (kind) => {
      expect(await reasonFor(kind, checks, "auditor")).toBeNull();
      for (const audience of ["executive", "customer", "public"] as const)
        expect(await reasonFor(kind, checks, audience)).toBe(`picture.${kind}.held`);
    },
  );
});

describe("a layer matrix", () => {
  it("has the counts of its table, the attack that most often gets past all layers first", () => {
    const { rows } = tableOf("layers/layers@all");
    const seen = told(chartOf("layer-matrix").grid);
    expect(seen.map(([name]) => name?.toLowerCase()).sort()).toEqual(rows.map(({ label }) => label).sort());
    for (const [name = "", ...cells] of seen)
      expect(cells.map(printed)).toEqual(rows.find(({ label }) => label === name.toLowerCase())?.cells);
    const shares = seen.map((cells) => printed(cells.at(-1) ?? "") / printed(cells[1] ?? ""));
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
  });

  it("says what none past all layers leaves possible", () => {
    // None of 59: the exact one-sided bound is 1 - 0.05^(1/59) = 0.0495.
    expect(wordsOf(chartOf("layer-matrix").grid.foot)).toContain(
      "None past all of 59 tries still leaves up to 5 of 100",
    );
  });
});

describe("a coverage matrix", () => {
  it("has every kind in its cell, in words where it was tested too little or never", () => {
    const { grid } = chartOf("coverage-matrix");
    const heads = grid.columns.map(({ label }) => wordsOf(label).toLowerCase());
    for (const { label, cells } of tableOf("fraud-types/coverage-matrix@all").rows) {
      const [attacks, bonaFide, needed, , state] = cells;
      const [country = "", document = "", version = ""] = label.split(" / ");
      const row = grid.rows.find(({ cells: [name] }) => wordsOf(name?.pieces ?? []) === country);
      const cell = row?.cells[heads.indexOf(document)];
      const tested = Math.min(attacks ?? 0, bonaFide ?? 0);
      const words =
        tested === 0 ? "not tested" : tested < (needed ?? 0) ? `${tested}, too few` : String(tested);
      expect(wordsOf(cell?.pieces ?? [])).toContain(`${version}: ${words}`);
      if (state === 2) expect(cell?.state).toBe("untested");
    }
  });

  it("has a title whose shares of production add up to all of it", () => {
    const parts = (wordsOf(chartOf("coverage-matrix").title).match(/\d+/g) ?? []).map(Number);
    // 66,600, 17,100 and 6,300 of 90,000.
    expect(parts).toEqual([100, 74, 19, 7]);
  });
});
