import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";

import { speciesCurve } from "../../src/measure/kinds/attack-detection/species-curve.js";
import type { Assessment, Table } from "../../src/model/assessment.js";
import { packageFile } from "../../src/package-file.js";
import { assess } from "../../src/pipeline.js";
import { redact } from "../../src/redact/redact.js";
import { normalQuantile } from "../../src/stats/normal-quantile.js";
import { documentContext, drawCharts, wordsOf, type DrawnChart } from "./draw-charts.js";
import { printed, readPlot, type Stretch } from "./read-plot.js";

type Row = Readonly<Record<string, string>>;

let assessment: Assessment;
let rows: readonly Row[];
let drawn: DrawnChart;

/** Presentations that got an answer and were held before the camera, read without the engine. */
async function presentations(file: string): Promise<readonly Row[]> {
  const [head = "", ...lines] = (await readFile(packageFile(file), "utf8")).trim().split("\n");
  const columns = head.split(",");
  const all = lines.map((line): Row =>
    Object.fromEntries(line.split(",").map((cell, at) => [columns[at] ?? "", cell])),
  );
  return all.filter((row) => row.response === "answered" && row.attack_class !== "injection");
}

beforeAll(async () => {
  rows = await presentations("examples/selfie-match/data/attacks.csv");
  assessment = (await assess(packageFile("examples/selfie-match"))).assessment;
  const chart = (await drawCharts(assessment)).get("attack-det");
  if (chart == null) throw new Error("There is no attack-det");
  drawn = chart;
});

function curveOf({ tables }: Assessment): Table {
  const table = tables.find(({ id }) => id === "attacks/species-curve@all");
  if (table === undefined) throw new Error("There is no species curve");
  return table;
}

function flaggedOf(what: string, from: number): number {
  return rows.filter((row) => row.truth === what && Number(row.attack_score) >= from).length;
}

function presented(what: string): number {
  return rows.filter((row) => row.truth === what && row.attack_score !== "").length;
}

describe("a curve of both errors about attacks", () => {
  it("holds at every threshold what a count of the file gives, per species and never pooled", () => {
    const { columns, rows: points } = curveOf(assessment);
    const species = columns.filter((one) => one.startsWith("tested:")).map((one) => one.slice(7));
    expect(species.toSorted()).toEqual(["paper mask", "printed photo", "screen replay", "silicone mask"]);
    expect(points.length).toBeGreaterThan(30);
    for (const { cells } of points) {
      const from = cells[0] ?? Infinity;
      const cell = (name: string): number => cells[columns.indexOf(name)] ?? -1;
      expect(cell("flagged")).toBe(flaggedOf("bona fide", from));
      expect(cell("bona-fide")).toBe(presented("bona fide"));
      for (const one of species) {
        expect(cell(`tested:${one}`)).toBe(presented(one));
        expect(cell(`slipped:${one}`)).toBe(presented(one) - flaggedOf(one, from));
      }
    }
    expect(points.at(-1)?.cells.slice(0, 2)).toEqual([null, 0]);
  });

  it("has its ring where the threshold in use was measured, on the curve of the worst", () => {
    const deviate: Stretch = {
      there: (value) => normalQuantile(value / 100),
      back: (z) => {
        let [low, high] = [1e-9, 1 - 1e-9];
        for (let step = 0; step < 60; step += 1) {
          const middle = (low + high) / 2;
          if (normalQuantile(middle) < z) low = middle;
          else high = middle;
        }
        return 100 * low;
      },
    };
    const plot = readPlot(drawn.panels[0] ?? "", { x: deviate, y: deviate });
    const [ring] = plot.circles("p-here");
    const slips = ["paper mask", "printed photo", "screen replay", "silicone mask"].map(
      (one) => (100 * (presented(one) - flaggedOf(one, 0.5))) / presented(one),
    );
    expect(plot.x(ring?.x ?? 0)).toBeCloseTo((100 * flaggedOf("bona fide", 0.5)) / presented("bona fide"), 1);
    expect(plot.y(ring?.y ?? 0)).toBeCloseTo(Math.max(...slips), 0);
  });

  it("tells each species and then the worst, of the counts of one threshold a column", () => {
    const { grid, alt, title } = drawn.chart;
    const cells = grid.rows.map((row) => row.cells.map(({ pieces }) => wordsOf(pieces)));
    const shares = cells.map((row) =>
      row.slice(1).map((cell) => {
        const [x = 0, n = 1] = cell.split(" of ").map(printed);
        return x / n;
      }),
    );
    const worst = shares.at(-1) ?? [];
    expect(worst.length).toBeGreaterThanOrEqual(3);
    worst.forEach((share, column) => {
      expect(share).toBe(Math.max(...shares.slice(0, -1).map((row) => row[column] ?? 0)));
    });
    // The more genuine tries are flagged, the fewer attacks get through.
    expect(worst.toSorted((a, b) => b - a)).toEqual(worst);
    for (const [name = "", count = ""] of cells.slice(0, -1)) {
      const [x = "", n = ""] = count.split(" of ");
      expect(alt.toLowerCase()).toContain(`${name.toLowerCase()}, ${x} of ${n}`);
    }
    expect(wordsOf(title)).toContain("silicone mask");
  });

  it.each(["auditor", "executive", "customer"] as const)("is no part of the %s edition", async (audience) => {
    expect(redact(assessment, audience).tables.map(({ id }) => id)).not.toContain(
      "attacks/species-curve@all",
    );
    expect((await drawCharts(assessment, { audience })).get("attack-det")).toBeNull();
    const { assessment: seen } = await documentContext(assessment, { audience });
    expect(JSON.stringify(seen)).not.toContain("slipped:silicone mask");
  });
});

describe("a detector that flags low scores", () => {
  const table = (counted: readonly (readonly [number, number])[], part: "positives" | "negatives") =>
    counted.map(([score, n]) => ({ score, positives: 0, negatives: 0, [part]: n }));
  const place = { id: "species-curve@all", evaluation: "lab", slice: "all" };
  const scores = {
    attacks: [{ species: "print", scores: table([[1, 3], [4, 1]], "positives") }],
    bonaFide: table([[2, 1], [5, 9]], "negatives"),
  }; // prettier-ignore

  it("flags what lies below each threshold, from none to all", () => {
    const points = speciesCurve(scores, "below", place)?.rows.map(({ cells }) => cells);
    // threshold, flagged of 10 genuine, slipped of 4 prints
    expect(points).toEqual([
      [1, 0, 10, 4, 4],
      [2, 0, 10, 1, 4],
      [4, 1, 10, 1, 4],
      [5, 1, 10, 0, 4],
      [null, 10, 10, 0, 4],
    ]);
  });

  it("has no curve without a scored attack or without a scored genuine presentation", () => {
    expect(speciesCurve({ ...scores, attacks: [] }, "below", place)).toBeNull();
    expect(speciesCurve({ ...scores, bonaFide: [] }, "below", place)).toBeNull();
  });
});

describe("a species tried under 30 times", () => {
  it("has no curve and no say in the worst, and is said to be left out", async () => {
    const table = curveOf(assessment);
    const few = table.columns.indexOf("tested:silicone mask");
    const thin = {
      ...table,
      rows: table.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell, at) => (at === few ? 29 : at === few - 1 ? 29 : cell)),
      })),
    };
    const tables = assessment.tables.map((one) => (one.id === table.id ? thin : one));
    const chart = (await drawCharts({ ...assessment, tables })).get("attack-det")?.chart;
    const names = chart?.grid.rows.map(({ cells: [first] }) => wordsOf(first?.pieces ?? []));
    expect(names).toEqual(["paper mask", "printed photo", "screen replay", "Worst kind"]);
    expect(wordsOf(chart?.note ?? [])).toContain("1 kind tried under 30 times is left out");
  });
});
