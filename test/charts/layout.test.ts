import { readFileSync, readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { charts } from "../../src/charts/all.js";
import type { Assessment } from "../../src/model/assessment.js";
import type { Chart } from "../../src/model/chart.js";
import { packageFile } from "../../src/package-file.js";
import { assess } from "../../src/pipeline.js";
import { canPrint } from "../export/test-browser.js";
import { reportOn } from "../pages/page-report.js";
import { openTestBrowser, type TestBrowser } from "../pages/test-page.js";
import { chartPage } from "./chart-page.js";
import { drawCharts } from "./draw-charts.js";
import { drawingFaults } from "./drawing-faults.js";
import { assessEdge, edgeEvidence } from "./edge-evidence.js";
import { hostileNames, manyClasses, withCurve, withHostileNames, withOutcomes } from "./hostile-charts.js";

const axe = readFileSync(packageFile("node_modules/axe-core/axe.min.js"), "utf8");
const examples = readdirSync(packageFile("examples"), { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

const pages = new Map<string, string>();
const seen = new Set<string>();
let browser: TestBrowser;

async function page(
  name: string,
  assessments: readonly Assessment[],
  lang: "en" | "de" = "en",
): Promise<void> {
  const found: Chart[] = [];
  for (const assessment of assessments)
    for (const drawn of (await drawCharts(assessment, { lang })).values())
      if (drawn !== null) found.push(drawn.chart);
  for (const { kind } of found) seen.add(kind);
  pages.set(name, await chartPage(found, lang));
}

beforeAll(async () => {
  if (!canPrint) return;
  browser = await openTestBrowser();
  const own = new Map<string, Assessment>();
  for (const name of examples) own.set(name, (await assess(packageFile(`examples/${name}`))).assessment);
  const of = (name: string): Assessment => {
    const assessment = own.get(name);
    if (assessment === undefined) throw new Error(`There is no example ${name}`);
    return assessment;
  };
  await page("every example", [...own.values()]);
  await page("every example, in German", [...own.values()], "de");
  const edges: Assessment[] = [];
  for (const edge of edgeEvidence.filter(({ name }) => /long|forty|400 to/.test(name)))
    edges.push(await assessEdge(edge));
  const checks = of("document-check");
  const spread = Array.from({ length: 50 }, (_, index) => (index - 20) ** 3 / 4_000);
  await page("hostile evidence", [
    ...edges,
    withHostileNames(checks),
    withHostileNames(of("selfie-match")),
    ...[2, 3, 8, 40].map((classes) => manyClasses(checks, classes, classes === 3 ? 54_321 : 1)),
    ...[new Array<number>(20).fill(0), spread, spread.map((value) => 1e7 * value)].map((outcomes, index) =>
      withOutcomes(of("demand-incident"), outcomes, index === 2 ? "amount" : "share"),
    ),
    withCurve(of("selfie-match"), 1_000, 1_000_000),
    withCurve(of("selfie-match"), 4, 60),
  ]);
});

afterAll(async () => {
  await browser.close();
});

const views = [
  ["on a phone", { width: 360 }],
  ["on a phone in the dark", { width: 360, scheme: "dark" }],
  ["on a wide screen", { width: 1_100 }],
] as const;

describe.runIf(canPrint)("the charts of", () => {
  it("all examples together are every kind there is", () => {
    // A case, a register, an incident come with their documents, and have tests of their own.
    const others = charts.map(({ id }) => id).filter((id) => !seen.has(id));
    expect(others.filter((id) => !["case-band", "risk-matrix", "series-break"].includes(id))).toEqual([]);
  });

  describe.each(["every example", "every example, in German", "hostile evidence"])("%s", (name) => {
    it.each(views)("hold their text %s: inside, apart, large and dark enough", async (_title, view) => {
      const html = pages.get(name) ?? "";
      const faults = await browser.show(html, view, async ({ page: shown, complaints }) => {
        const drawings = (await shown.evaluate(drawingFaults)) as string[];
        const { overflowing, scrollWidth, windowWidth, chartsWithoutTable } = await reportOn(shown, {
          open: true,
        });
        const wide = scrollWidth > windowWidth ? [`The page is ${scrollWidth} wide`] : [];
        return [...complaints, ...drawings, ...overflowing, ...wide, ...chartsWithoutTable];
      });
      expect(faults).toEqual([]);
    });
  });

  it.each([
    ["every example", { width: 360 }],
    ["every example", { width: 360, scheme: "dark" }],
    ["hostile evidence", { width: 360 }],
  ] as const)("%s have no fault that axe finds, %o", async (name, view) => {
    const faults = await browser.show(pages.get(name) ?? "", view, async ({ page: shown }) => {
      await shown.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })");
      await shown.evaluate(axe);
      return shown.evaluate(
        `axe.run(document.querySelector("main"), { resultTypes: ["violations"] }).then(({ violations }) =>
          violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map((node) => node.html).join(" ")))`,
      );
    });
    expect(faults).toEqual([]);
  });

  it("hostile evidence say every name in full somewhere", () => {
    const words = (pages.get("hostile evidence") ?? "").replace(/<[^>]*>/g, "");
    for (const name of hostileNames) expect(words).toContain(name);
  });
});
