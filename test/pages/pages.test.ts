import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { packageFile } from "../../src/package-file.js";
import { canPrint } from "../export/test-browser.js";
import { buildExamples, documentAt, documentNames, type BuiltDocument } from "./built-examples.js";
import { reportOn, type PageReport } from "./page-report.js";
import { openTestBrowser, type TestBrowser, type View } from "./test-page.js";

let built: Map<string, BuiltDocument>;
let browser: TestBrowser;
const axe = readFileSync(packageFile("node_modules/axe-core/axe.min.js"), "utf8");

beforeAll(async () => {
  if (!canPrint) return;
  [built, browser] = await Promise.all([buildExamples({ pdf: false }), openTestBrowser()]);
});

afterAll(async () => {
  if (canPrint) await browser.close();
});

async function measure(name: string, view: View, open = false): Promise<PageReport> {
  return browser.show(documentAt(built, name).html, view, ({ page }) => reportOn(page, { open }));
}

const views: readonly (readonly [string, View])[] = [
  ["in light colours", { width: 1280 }],
  ["in dark colours", { width: 1280, scheme: "dark" }],
  ["on a phone", { width: 390 }],
  ["on a phone in dark colours", { width: 390, scheme: "dark" }],
];

/** A4 without its margins, at 96 pixels to the inch. */
const sheetWidth = 695;

describe.runIf(canPrint).each(documentNames)("the page %s", (name) => {
  it("asks for nothing and complains about nothing", async () => {
    const { html } = documentAt(built, name);
    await browser.show(html, { width: 1280 }, async ({ page, requests, complaints }) => {
      await page.evaluate("document.fonts.ready.then(() => undefined)");
      expect([requests, complaints]).toEqual([[], []]);
    });
  });

  it.each(views)("has no fault that axe finds %s, with every fold open", async (_title, view) => {
    const { html } = documentAt(built, name);
    const faults = await browser.show(html, view, async ({ page }) => {
      await reportOn(page, { open: true });
      await page.evaluate(axe);
      return (await page.evaluate(findFaults)) as string[];
    });
    expect(faults).toEqual([]);
  });

  it.each([320, 390, 1280])("needs no sideways scrolling at %i px, with every fold open", async (width) => {
    const report = await measure(name, { width }, true);
    expect(report.scrollWidth).toBeLessThanOrEqual(report.windowWidth);
  });

  it.each([320, 390, 700, 1280])("cuts off no text at %i px", async (width) => {
    const { overflowing, outside } = await measure(name, { width }, true);
    expect([overflowing, outside]).toEqual([[], []]);
  });

  it.each([320, 390, 1280])("shows every number without any script at %i px", async (width) => {
    const { unseen, numbers } = await measure(name, { width, scripts: false });
    expect(unseen).toEqual([]);
    expect(numbers).toBeGreaterThanOrEqual(10);
  });

  it("prints every number but those of the tables behind charts, and cuts off no text", async () => {
    const { html } = documentAt(built, name);
    const report = await browser.show(html, { width: sheetWidth }, async ({ page }) => {
      await page.emulateMediaType("print");
      await page.evaluate(`document.querySelectorAll("details").forEach((fold) => fold.remove())`);
      return reportOn(page);
    });
    expect(report.unseen).toEqual([]);
    expect([report.overflowing, report.outside]).toEqual([[], []]);
    expect(report.scrollWidth).toBeLessThanOrEqual(sheetWidth);
    expect(report.numbers).toBeGreaterThanOrEqual(10);
  });

  it("has one first heading, and skips no level below it", async () => {
    const { headings } = await measure(name, { width: 1280 });
    expect(headings.filter((level) => level === 1)).toHaveLength(1);
    const skipped = headings.filter((level, index) => level > (headings[index - 1] ?? 0) + 1);
    expect(skipped).toEqual([]);
  });

  it("has a header, a main part and a footer, a language and a title", async () => {
    const { landmarks, lang, title } = await measure(name, { width: 1280 });
    expect([landmarks, lang]).toEqual([["header", "main", "footer"], "en"]);
    expect(title.length).toBeGreaterThan(10);
  });

  it("describes every picture in words with numbers", async () => {
    const { pictures } = await measure(name, { width: 1280 });
    expect(pictures.filter(({ role }) => role !== "img")).toEqual([]);
    const thin = pictures.filter(({ label }) => label.length <= 40 || !/\d/.test(label));
    expect(thin).toEqual([]);
  });

  it("has the numbers of every chart in a table", async () => {
    const { charts, chartsWithoutTable, pictures } = await measure(name, { width: 1280 });
    expect(chartsWithoutTable).toEqual([]);
    expect(charts).toBeGreaterThanOrEqual(name.endsWith("/limitation-portfolio") ? 0 : pictures.length / 2);
  });
});

const findFaults = `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html.slice(0, 120))))`;

const largest: Readonly<Record<string, number>> = {
  briefing: 200_000,
  "case-note": 150_000,
  "model-card": 350_000,
};

describe.runIf(canPrint)("the size of", () => {
  it.each(documentNames.filter((name) => !name.endsWith("portfolio")))(
    "%s stays within its limit",
    (name) => {
      const { kind, html } = documentAt(built, name);
      expect(Buffer.byteLength(html)).toBeLessThanOrEqual(largest[kind] ?? 0);
    },
  );
});
