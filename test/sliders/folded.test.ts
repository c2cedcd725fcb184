import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { PackedScenario, ScenarioData } from "../../src/model/scenario-data.js";
import { packageFile } from "../../src/package-file.js";
import { assess } from "../../src/pipeline.js";
import { settingOf } from "../../src/scenario/setting-of.js";
import { unpackScenario } from "../../src/scenario/unpack-scenario.js";
import { readPdf } from "../export/read-pdf.js";
import { canPrint } from "../export/test-browser.js";
import { scenarioDataFor } from "../scenario/scenario-data-for.js";
import { goTo, randomSettings, shown, wanted } from "./shown-setting.js";
import { printedPages } from "./printed-pages.js";
import { openSliderBrowser, type OpenedPage, type Opening, type SliderBrowser } from "./slider-page.js";

const languages = ["en", "de"] as const;
const pages = new Map<string, string>();
/** Made by the pipeline and not read from the page: what the page carries has to say the same. */
const data = new Map<string, ScenarioData>();
const axe = readFileSync(packageFile("node_modules/axe-core/axe.min.js"), "utf8");
let browser: SliderBrowser;

beforeAll(async () => {
  if (!canPrint) return;
  const project = packageFile("examples/credit-pd");
  const { assessment } = await assess(project);
  const out = await mkdtemp(path.join(os.tmpdir(), "forthright-folded-"));
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

function dataIn(lang: string): ScenarioData {
  const own = data.get(lang);
  if (own === undefined) throw new Error(`There is no page in ${lang}`);
  return own;
}

async function open<T>(lang: string, opening: Opening, task: (opened: OpenedPage) => Promise<T>): Promise<T> {
  return browser.open(pages.get(lang) ?? "", opening, async (opened) => {
    const result = await task(opened);
    expect([opened.requests, opened.complaints]).toEqual([[], []]);
    return result;
  });
}

const faults = `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id }) => id))`;
const ids = ["threshold", "baseRate", "falseAlarm", "miss", "volume", "capacity"].map((id) => `slider-${id}`);

describe.runIf(canPrint).each(languages)("the sliders under a briefing, %s", (lang) => {
  it("show at 50 settings what the program says of them", async () => {
    const own = dataIn(lang);
    const settings = [settingOf(own), ...randomSettings(own, 50)];
    const seen = await open(lang, {}, async ({ page, see }) => {
      await page.click(".what-if > summary");
      const all: unknown[] = [];
      for (const setting of settings) {
        await see(goTo(setting));
        all.push(await see(shown));
      }
      return all;
    });
    expect(seen).toEqual(settings.map((setting) => wanted(own, setting)));
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBeGreaterThan(45);
  });

  it("stay within the size of a briefing, and carry no phrase or program of a board", () => {
    const html = pages.get(lang) ?? "";
    expect(Buffer.byteLength(html)).toBeLessThan(200_000);
    const json = /id="forthright-scenario">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
    const { phrases } = unpackScenario(JSON.parse(json) as PackedScenario);
    expect(Object.keys(phrases)).toContain("sliders.more");
    expect(Object.keys(phrases).filter((id) => /net-chart|save-/.test(id))).toEqual([]);
  });
});

describe.runIf(canPrint)("a briefing with sliders", () => {
  it("moves every one of the six by keyboard, and goes back", async () => {
    const own = dataIn("en");
    await open("en", {}, async ({ page, see }) => {
      await page.click(".what-if > summary");
      expect(await see(`[...document.querySelectorAll(".slider input")].map(({ id }) => id)`)).toEqual(ids);
      for (const id of ids) {
        const input = `document.getElementById("${id}")`;
        await page.focus(`#${id}`);
        for (const [key, value] of [
          ["Home", "0"],
          ["ArrowRight", "1"],
          ["End", await see<string>(`${input}.max`)],
        ] as const) {
          await page.keyboard.press(key);
          expect(await see(`${input}.value`)).toBe(value);
        }
        expect(await see<string>(`${input}.getAttribute("aria-valuetext")`)).not.toBe("");
        await page.click(".controls .reset");
        expect(await see(shown)).toEqual(wanted(own, settingOf(own)));
      }
    });
  });

  it.each([
    ["in light colours", { width: 1280 }],
    ["on a phone in dark colours", { width: 390, scheme: "dark" }],
    ["in a meeting", { width: 1280, fragment: "#present&t=0.2" }],
  ] satisfies [string, Opening][])(
    "has no fault that axe finds %s, before and after a move",
    async (_, opening) => {
      await open("en", opening, async ({ page, see }) => {
        await page.evaluate(axe);
        await see(`document.querySelector(".what-if").open = true`);
        expect(await see(faults)).toEqual([]);
        await page.focus("#slider-threshold");
        await page.keyboard.press("End");
        expect(await see(faults)).toEqual([]);
        expect(await see(`document.documentElement.scrollWidth <= innerWidth`)).toBe(true);
      });
    },
  );

  it("opens its fold for a link that leads to a setting, and for no other address", async () => {
    const isOpen = `document.querySelector(".what-if").open`;
    for (const [fragment, wide] of [
      ["#t=0.2", true],
      ["#present", true],
      ["", false],
      ["#user-content-basis-1", false],
    ] as const)
      expect(await open("en", { fragment }, ({ see }) => see(isOpen))).toBe(wide);
  });

  it("is words and a table of five settings where no script may run", async () => {
    await open("en", { scripts: false }, async ({ see }) => {
      const count = (part: string) =>
        see<number>(`document.querySelectorAll(".what-if .scenario ${part}").length`);
      expect([await count("tbody tr"), await count("input"), await count(".say p")]).toEqual([5, 0, 2]);
    });
  });

  it("prints as one page of static words, wherever its sliders stand", async () => {
    expect(await printedPages(pages.get("de") ?? "")).toBe(1);
    await open("de", { fragment: "#t=0.2" }, async ({ page }) => {
      const { text } = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
      expect(text).toContain("Was wir nicht wissen");
      expect(text).not.toMatch(/Link kopieren|Mehr finden/);
    });
  });
});
