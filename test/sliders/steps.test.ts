import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { ScenarioData } from "../../src/model/scenario-data.js";
import { packageFile } from "../../src/package-file.js";
import { formatThreshold } from "../../src/phrasing/format-number.js";
import { plainText } from "../../src/phrasing/inline.js";
import { assess } from "../../src/pipeline.js";
import { partsAt } from "../../src/scenario/parts-at.js";
import { scenarioAt } from "../../src/scenario/scenario-at.js";
import { settingOf } from "../../src/scenario/setting-of.js";
import { voiceOf } from "../../src/scenario/voice-of.js";
import { canPrint } from "../export/test-browser.js";
import { scenarioDataFor } from "../scenario/scenario-data-for.js";
import { openSliderBrowser, type SliderBrowser } from "./slider-page.js";

const languages = ["en", "de"] as const;
const pages = new Map<string, string>();
const data = new Map<string, ScenarioData>();
const axe = readFileSync(packageFile("node_modules/axe-core/axe.min.js"), "utf8");
let browser: SliderBrowser;

beforeAll(async () => {
  if (!canPrint) return;
  const project = packageFile("examples/credit-pd");
  const { assessment } = await assess(project);
  const out = await mkdtemp(path.join(os.tmpdir(), "forthright-steps-"));
  try {
    for (const lang of languages) {
      const words = ["build", project, "--document", "briefing", "--lang", lang, "--out", out, "--force"];
      await promisify(execFile)(process.execPath, [packageFile("dist/cli.js"), ...words]);
      const name = lang === "en" ? "briefing.html" : `briefing.${lang}.html`;
      const folder = path.join(out, "probability-of-default-consumer-credit");
      pages.set(lang, await readFile(path.join(folder, name), "utf8"));
      data.set(lang, await scenarioDataFor(assessment, { lang, audience: "executive" }));
    }
  } finally {
    await rm(out, { recursive: true, force: true });
  }
  browser = await openSliderBrowser();
});

afterAll(async () => {
  if (canPrint) await browser.close();
});

const said = `[...document.querySelectorAll(".what-if .say p")].map((line) => line.textContent.replace(/\\s+/g, " ").trim())`;
/** Every kind of space is one. */
const plain = (words: string): string => words.replace(/\s+/g, " ").trim();

const input = `document.querySelector("#step-threshold")`;
const faults = `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id }) => id))`;

describe.runIf(canPrint).each(languages)("the slider under a briefing, %s", (lang) => {
  const html = () => pages.get(lang) ?? "";

  it("says at every step what the same code says of that threshold", async () => {
    const own = data.get(lang);
    if (own === undefined) throw new Error(lang);
    const voice = voiceOf(own);
    const byName = new Map(own.histogram.edges.map((edge) => [formatThreshold(edge, lang), edge]));
    await browser.open(html(), {}, async ({ page, see, requests, complaints }) => {
      await page.click(".what-if > summary");
      await page.focus("#step-threshold");
      await page.keyboard.press("Home");
      const last = Number(await see<string>(`${input}.max`));
      expect(last).toBeGreaterThan(5);
      for (let step = 0; step <= last; step += 1) {
        const name = await see<string>(`document.querySelector(".step-controls output").textContent`);
        const threshold = byName.get(name);
        if (threshold === undefined) throw new Error(`There is no threshold ${name}`);
        const view = scenarioAt(own, { ...settingOf(own), threshold }, voice);
        const wanted = partsAt(voice, own, view).say.map((line) => plain(plainText(line)));
        expect(await see<string[]>(said)).toEqual(wanted);
        expect(plain(await see<string>(`${input}.getAttribute("aria-valuetext")`))).toBe(wanted.join(" "));
        expect(await see<boolean>(`document.querySelector(".scenario").classList.contains("few")`)).toBe(
          view.support !== "enough",
        );
        await page.keyboard.press("ArrowRight");
      }
      expect([requests, complaints]).toEqual([[], []]);
    });
  }, 60_000);

  it("goes back to today, and breaks no rule that axe knows before or after", async () => {
    await browser.open(html(), { width: 390 }, async ({ page, see }) => {
      await page.click(".what-if > summary");
      await page.evaluate(axe);
      const [before, place] = [await see<string[]>(said), await see<string>(`${input}.value`)];
      expect(await see(`document.querySelectorAll(".what-if .say data").length`)).toBeGreaterThan(2);
      expect(await see(faults)).toEqual([]);
      const press = (index: number) =>
        see(`document.querySelectorAll(".step-controls button")[${index}].click()`);
      await press(0);
      const more = await see<string[]>(said);
      expect(more).not.toEqual(before);
      expect(await see(faults)).toEqual([]);
      await press(1);
      await press(1);
      expect(await see<string[]>(said)).not.toEqual(more);
      await press(2);
      expect([await see<string[]>(said), await see<string>(`${input}.value`)]).toEqual([before, place]);
      expect(await see(`document.documentElement.scrollWidth <= innerWidth`)).toBe(true);
    });
  }, 60_000);

  it("is a table and a picture where no script may run", async () => {
    await browser.open(html(), { scripts: false }, async ({ see }) => {
      const count = (part: string) =>
        see<number>(`document.querySelectorAll(".what-if .scenario ${part}").length`);
      expect([await count("tbody tr"), await count("input"), await count(".operating")]).toEqual([5, 0, 1]);
    });
  });

  it("stays within the size of a briefing", () => {
    expect(Buffer.byteLength(html())).toBeLessThan(200_000);
    expect(html()).not.toContain("forthright-scenario");
  });
});
