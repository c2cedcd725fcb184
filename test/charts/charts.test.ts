import { beforeAll, describe, expect, it } from "vitest";

import { charts } from "../../src/charts/all.js";
import { loadMaterials } from "../../src/load/load-materials.js";
import type { Assessment } from "../../src/model/assessment.js";
import { packageFile } from "../../src/package-file.js";
import { assess } from "../../src/pipeline.js";
import { fontFaces } from "../../src/render/font-faces.js";
import { canPrint } from "../export/test-browser.js";
import { exampleNames } from "../pages/built-examples.js";
import { openTestBrowser } from "../pages/test-page.js";
import { drawingFaults } from "./drawing-faults.js";
import { drawCharts, tablesOf, wordsOf, type DrawnChart } from "./draw-charts.js";
import { assessEdge, edgeEvidence } from "./edge-evidence.js";

type Drawn = ReadonlyMap<string, DrawnChart | null>;

const names = [
  ...exampleNames.flatMap((name) => [`${name}, internal`, `${name}, auditor`]),
  ...edgeEvidence.flatMap(({ name }) => [`${name}, internal`, `${name}, auditor`]),
];
const drawn = new Map<string, Drawn>();
const assessments = new Map<string, Assessment>();

beforeAll(async () => {
  for (const name of exampleNames)
    assessments.set(name, (await assess(packageFile(`examples/${name}`))).assessment);
  for (const edge of edgeEvidence) assessments.set(edge.name, await assessEdge(edge));
  for (const [name, assessment] of assessments) {
    for (const audience of ["internal", "auditor"] as const)
      drawn.set(`${name}, ${audience}`, await drawCharts(assessment, { audience }));
  }
});

function at(name: string): DrawnChart[] {
  const found = drawn.get(name);
  if (found === undefined) throw new Error(`There are no charts of ${name}`);
  return [...found.values()].filter((chart) => chart !== null);
}

function pictures(name: string): string[] {
  return at(name).flatMap(({ panels, strips }) => [...panels, ...strips]);
}

describe("the charts of an edge case", () => {
  it.each(edgeEvidence.map((edge) => [edge.name, edge] as const))(
    "%s: those it carries, and no other",
    (name, edge) => {
      const kinds = [...(drawn.get(`${name}, internal`) ?? [])].flatMap(([kind, chart]) =>
        chart === null ? [] : [kind],
      );
      expect(kinds).toEqual(edge.drawn);
    },
  );

  it("say in a phrase why they are missing", async () => {
    const { phrases } = await loadMaterials(null, "en");
    expect(charts.filter(({ missing }) => !(phrases[missing] ?? "").startsWith("No picture"))).toEqual([]);
  });
});

describe.each(names)("the charts of %s", (name) => {
  it("have no broken number and nothing that runs or loads", () => {
    const broken = /NaN|undefined|Infinity|"null"|\[object/;
    const active = /<script|<foreignObject|<image|<use|<a[\s>]|javascript:|\son\w+=|href|@import|url\((?!#)/i;
    expect(pictures(name).filter((svg) => broken.test(svg))).toEqual([]);
    expect(pictures(name).filter((svg) => active.test(markupOf(svg)))).toEqual([]);
  });

  it("have a title that is a sentence with a number, or says that nothing stands out", () => {
    const titles = at(name).map(({ chart }) => wordsOf(chart.title));
    const thin = titles.filter(
      (title) =>
        !/^\p{Lu}|^\d/u.test(title) ||
        title.split(" ").length < 5 ||
        !(
          /\d/.test(title) || /^(No group is|A higher threshold catches|The claim drawn here is)/.test(title)
        ),
    );
    expect(thin).toEqual([]);
  });

  it("say what is counted, out of how many, and what a range means", () => {
    for (const { chart, panels } of at(name)) {
      const note = wordsOf(chart.note);
      expect(note, chart.kind).toMatch(chart.kind === "slice-intervals" ? /number of / : /\d/);
      if (chart.kind === "slice-intervals") expect(note).toContain("Bar: 95 % range");
      if (chart.kind === "reliability") expect(note).toContain("95 of 100");
      // An axis names what it shows, and the total that a count is out of.
      if (chart.panels.some(({ picture }) => picture.type === "vega-lite"))
        expect(panels.join(""), chart.kind).toMatch(/Of 100|of 100/);
    }
  });

  it("are described with their numbers", () => {
    const thin = at(name).filter(({ chart }) => chart.alt.length < 60 || !/\d/.test(chart.alt));
    expect(thin.map(({ chart }) => chart.alt)).toEqual([]);
    for (const { chart, panels } of at(name))
      for (const svg of panels)
        expect(svg, chart.kind).toMatch(/^<svg [^>]*role="img" aria-label="[^"]{60,}"/);
  });

  it("have their numbers in a table", () => {
    for (const { chart } of at(name)) {
      const tables = tablesOf(chart);
      expect(tables.length, chart.kind).toBeGreaterThan(0);
      for (const { columns, rows } of tables) {
        expect(rows.length, chart.kind).toBeGreaterThan(0);
        expect(rows.filter(({ cells }) => cells.length !== columns.length)).toEqual([]);
        // Two rows of the fact box are headings of those below them.
        const filled = rows.filter(({ opens }) => chart.kind !== "fact-box" || opens !== true);
        const empty = filled.flatMap(({ cells }) =>
          cells.filter(({ pieces, svg }) => svg === undefined && wordsOf(pieces) === ""),
        );
        expect(empty, chart.kind).toEqual([]);
      }
    }
  });

  it("have parts that add up in the key of the array and in the table of the tree", () => {
    for (const { chart } of at(name)) {
      const sides = tablesOf(chart).map(({ rows }) =>
        rows.map(({ cells }) =>
          cells.flatMap(({ pieces }) =>
            pieces.filter(({ type }) => type === "datum").map((piece) => number(wordsOf([piece]))),
          ),
        ),
      );
      if (chart.kind === "frequency-tree")
        for (const [all = 0, flagged = 0, not = 0] of sides[0] ?? []) expect(flagged + not).toBe(all);
      if (chart.kind !== "icon-array") continue;
      for (const key of sides) {
        const [p = 0, tp = 0, fn = 0, neg = 0, fp = 0, tn = 0] = key.map(([count = 0]) => count);
        expect([tp + fn, fp + tn]).toEqual([p, neg]);
        expect([100, 1_000]).toContain(p + neg);
      }
    }
  });
});

describe("the bars of scores", () => {
  it.each(names)("of %s hold every case once, in the place of its score", (name) => {
    for (const { chart } of at(name).filter(({ chart: { kind } }) => kind === "score-distributions")) {
      const [assessment] = [assessments.get(name.replace(/, \w+$/, ""))];
      const facts = assessment?.evaluations[0];
      const cells = chart.grid.rows.map(({ cells: [, up, down] }) =>
        [up, down].map((cell) => number(wordsOf(cell?.pieces ?? []))),
      );
      const sums = [0, 1].map((side) => cells.reduce((sum, row) => sum + (row[side] ?? 0), 0));
      expect(sums).toEqual([facts?.positives, facts?.negatives]);
      expect(new Set(chart.grid.rows.map(({ cells: [band] }) => wordsOf(band?.pieces ?? []))).size).toBe(
        cells.length,
      );
    }
  });

  it("stand where the scores are, in an edition that joins small cells too", () => {
    // Half of the negatives of the credit table score below 0.2: a bar cannot say otherwise in any edition.
    for (const audience of ["internal", "auditor"]) {
      const [chart] = at(`credit-pd, ${audience}`).filter(
        ({ chart: { kind } }) => kind === "score-distributions",
      );
      const rows = (chart?.chart.grid.rows ?? []).map(({ cells: [band, , down] }) => ({
        low: Number.parseFloat(wordsOf(band?.pieces ?? [])),
        down: number(wordsOf(down?.pieces ?? [])),
      }));
      const below = rows.filter(({ low }) => low < 0.2).reduce((sum, { down }) => sum + down, 0);
      const all = rows.reduce((sum, { down }) => sum + down, 0);
      expect(below / all).toBeGreaterThan(0.6);
      expect(below / all).toBeLessThan(0.85);
    }
  });
});

describe("the level that a reliability diagram tells", () => {
  it("is the one of all cases, whatever single bands do", () => {
    const told = [...drawn.values()].flatMap((kinds) => {
      const chart = kinds.get("reliability")?.chart;
      return chart === undefined ? [] : [wordsOf(chart.title)];
    });
    expect(told.length).toBeGreaterThan(20);
    for (const title of told) {
      const [expected = 0, observed = 0] = (title.match(/\d[\d,]*/g) ?? []).map(number);
      if (title.includes("too little")) expect(observed).toBeGreaterThan(expected);
      if (title.includes("too much")) expect(observed).toBeLessThan(expected);
    }
    expect(told.filter((title) => title.includes("too little")).length).toBeGreaterThan(0);
  });
});

describe("a score that is flagged below its threshold", () => {
  it("is told as below", async () => {
    const [edge] = edgeEvidence;
    if (edge === undefined) throw new Error("There is no edge evidence");
    const rows = edge.rows.map(([positive, score, group]) => [positive, 1 - score, group] as const);
    const charts = await drawCharts(await assessEdge({ ...edge, rows, evaluation: { flag: "below" } }));
    expect(charts.get("trade-off")).toBeNull();
    const words = wordsOf(charts.get("score-distributions")?.chart.title ?? []);
    expect(words).toMatch(/^Below 0\.50 lie 6\d of 100 positive cases/);
  });
});

describe.runIf(canPrint)("on one sheet in a browser", () => {
  it("no picture has text outside its frame or over other text, and all are well formed", async () => {
    const materials = await loadMaterials(null, "en");
    const sheet = names.flatMap((name) =>
      at(name).flatMap(({ chart, panels }) =>
        panels.map((svg) => `<div data-name="${chart.kind} of ${encodeURIComponent(name)}">${svg}</div>`),
      ),
    );
    const style = fontFaces(materials, 'class="wording" \u00e9') + Object.values(materials.styles).join("");
    const browser = await openTestBrowser();
    try {
      const faults = await browser.show(
        `<!doctype html><style>${style}</style>${sheet.join("")}`,
        { width: 700 },
        async ({ page, complaints }) => [
          ...complaints,
          ...((await page.evaluate(drawingFaults)) as string[]),
        ],
      );
      expect(sheet.length).toBeGreaterThan(100);
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

function number(text: string): number {
  return Number(text.replaceAll(",", ""));
}

/** Tags and attributes without what a reader reads, which may hold any letters once they are escaped. */
function markupOf(svg: string): string {
  return svg.replace(/ (aria-label|aria-roledescription)="[^"]*"/g, "").replace(/>[^<]*</g, "><");
}
