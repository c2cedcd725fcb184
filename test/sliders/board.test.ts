import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { PackedScenario, ScenarioData, Setting } from "../../src/model/scenario-data.js";
import { packageFile } from "../../src/package-file.js";
import { scenarioAt } from "../../src/scenario/scenario-at.js";
import { settingOf } from "../../src/scenario/setting-of.js";
import { unpackScenario } from "../../src/scenario/unpack-scenario.js";
import { voiceOf } from "../../src/scenario/voice-of.js";
import { readPdf } from "../export/read-pdf.js";
import { canPrint } from "../export/test-browser.js";
import { goTo, randomSettings, shown, wanted } from "./shown-setting.js";
import { printedPages } from "./printed-pages.js";
import { openSliderBrowser, type OpenedPage, type Opening, type SliderBrowser } from "./slider-page.js";

const languages = ["en", "de"];
const pages = new Map<string, string>();
const axe = readFileSync(packageFile("node_modules/axe-core/axe.min.js"), "utf8");
let browser: SliderBrowser;

beforeAll(async () => {
  if (!canPrint) return;
  const out = await mkdtemp(path.join(os.tmpdir(), "forthright-board-"));
  try {
    for (const lang of languages) {
      const project = packageFile("examples/credit-pd");
      const words = [
        "build",
        project,
        "--document",
        "scenario-board",
        "--lang",
        lang,
        "--out",
        out,
        "--force",
      ];
      await promisify(execFile)(process.execPath, [packageFile("dist/cli.js"), ...words]);
      const folder = path.join(out, "probability-of-default-consumer-credit");
      const ending = lang === "en" ? "html" : `${lang}.html`;
      pages.set(lang, await readFile(path.join(folder, `scenario-board.${ending}`), "utf8"));
    }
  } finally {
    await rm(out, { recursive: true, force: true });
  }
  browser = await openSliderBrowser();
});

afterAll(async () => {
  if (canPrint) await browser.close();
});

function pageIn(lang: string): string {
  const html = pages.get(lang);
  if (html === undefined) throw new Error(`There is no page in ${lang}`);
  return html;
}

function dataIn(lang: string): ScenarioData {
  const json = /id="forthright-scenario">([\s\S]*?)<\/script>/.exec(pageIn(lang))?.[1] ?? "";
  return unpackScenario(JSON.parse(json) as PackedScenario);
}

async function open<T>(lang: string, opening: Opening, task: (opened: OpenedPage) => Promise<T>): Promise<T> {
  return browser.open(pageIn(lang), opening, async (opened) => {
    const result = await task(opened);
    expect([opened.requests, opened.complaints]).toEqual([[], []]);
    return result;
  });
}

describe.runIf(canPrint)("the sliders", () => {
  it.each(languages)("show at 50 settings what the program says of them (%s)", async (lang) => {
    const data = dataIn(lang);
    const settings = [settingOf(data), ...randomSettings(data, 50)];
    const seen = await open(lang, {}, async ({ see }) => {
      const all: unknown[] = [];
      for (const setting of settings) {
        await see(goTo(setting));
        all.push(await see(shown));
      }
      return all;
    });
    expect(seen).toEqual(settings.map((setting) => wanted(data, setting)));
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBeGreaterThan(45);
  });

  it("go through their whole range by keyboard, and everything follows each step", async () => {
    const data = dataIn("en");
    await open("en", {}, async ({ page, see }) => {
      const ids = await see<string[]>(`[...document.querySelectorAll(".slider input")].map(({ id }) => id)`);
      expect(ids).toEqual(
        ["threshold", "baseRate", "falseAlarm", "miss", "volume", "capacity"].map((id) => `slider-${id}`),
      );
      for (const id of ids) {
        await page.focus(`#${id}`);
        await page.keyboard.press("Home");
        const [min, max] = await see<number[]>(`[Number(${id2(id)}.value), Number(${id2(id)}.max)]`);
        expect(min).toBe(0);
        let before = await see<number>(`Number(${id2(id)}.value)`);
        expect(before).toBe(0);
        const spoken = new Set<string>();
        while (before < (max ?? 0)) {
          await page.keyboard.press("ArrowRight");
          const { value, text } = await see<{ value: number; text: string }>(
            `({ value: Number(${id2(id)}.value), text: ${id2(id)}.getAttribute("aria-valuetext") })`,
          );
          expect(value).toBe(before + 1);
          spoken.add(text);
          before = value;
        }
        expect(spoken.size).toBeGreaterThan(10);
        await page.keyboard.press("End");
        expect(await see<number>(`Number(${id2(id)}.value)`)).toBe(max);
        await page.keyboard.press("Home");
        expect(await see<number>(`Number(${id2(id)}.value)`)).toBe(0);
        await page.click(".controls .reset");
        expect(await see(shown)).toEqual(wanted(data, settingOf(data)));
      }
    });
  });

  it("say the whole sentence of the cut-off, and values in words", async () => {
    const data = dataIn("en");
    await open("en", { fragment: "#t=0.2" }, async ({ see }) => {
      const said = await see<string[]>(
        `[...document.querySelectorAll(".slider input")].map((one) => one.getAttribute("aria-valuetext"))`,
      );
      const { spoken } = scenarioAt(data, { ...settingOf(data), threshold: 0.2 }, voiceOf(data));
      expect(said).toEqual([
        spoken,
        "258 of 1,000 applicants are defaulters",
        "€60 for each applicant referred",
        "€900 for each of the defaulters approved unseen",
        "400 applicants a month",
        "people can handle 150 a month",
      ]);
    });
  });

  it("tell those who hear the page one sentence when the reader rests, and none on the way", async () => {
    await open("en", {}, async ({ page, see }) => {
      const said = await see<
        string[]
      >(`(window.said = [], new MutationObserver((all) => all.forEach(({ target }) =>
        said.push(target.textContent))).observe(document.querySelector("[aria-live]"), { childList: true, subtree: true }), said)`);
      expect(said).toEqual([]);
      await page.focus("#slider-baseRate");
      for (let press = 0; press < 8; press += 1) await page.keyboard.press("ArrowRight");
      await page.waitForFunction("said.length > 0", { timeout: 20_000 });
      expect(await see<string[]>("said")).toHaveLength(1);
      expect(await see<number>(`document.querySelectorAll("[aria-live]").length`)).toBe(1);
    });
  });

  it("grey what rests on too few cases, with the reason in words", async () => {
    await open("en", { fragment: "#t=0.95" }, async ({ see }) => {
      expect(await see(`document.querySelector(".scenario").classList.contains("few")`)).toBe(true);
      expect((await see<{ say: string[] }>(shown)).say.join(" ")).toContain("Fewer than 30");
      expect(await see(`document.querySelectorAll(".marks-on-track .few").length`)).toBe(1);
      expect(await see<string>(`document.querySelector("#slider-threshold-marks").textContent`)).toMatch(
        /Today: 0\.30\. .*too few for a rate/,
      );
      const marks = await see<string[]>(
        `[...document.querySelectorAll(".marks-on-track line")].map((one) => one.getAttribute("class"))`,
      );
      expect(marks).toEqual(["today", "even"]);
    });
  });

  it("catch more and bother fewer by half, and go back", async () => {
    const data = dataIn("en");
    const today = scenarioAt(data, settingOf(data), voiceOf(data)).tested;
    await open("en", {}, async ({ page, see }) => {
      const press = async (name: number): Promise<Setting> => {
        await page.click(`.modes button:nth-child(${name})`);
        expect(await see(`document.querySelector(".modes button:nth-child(${name})").ariaPressed`)).toBe(
          "true",
        );
        const threshold =
          data.histogram.edges[
            await see<number>(`document.querySelector("#slider-threshold").valueAsNumber`)
          ];
        return { ...settingOf(data), threshold: threshold ?? null };
      };
      const more = scenarioAt(data, await press(1), voiceOf(data)).tested;
      expect(more.fn).toBeLessThanOrEqual(today.fn / 2);
      expect(more.fn).toBeGreaterThan(today.fn / 2 - 10);
      const fewer = scenarioAt(data, await press(3), voiceOf(data)).tested;
      expect(fewer.fp).toBeLessThanOrEqual(today.fp / 2);
      expect(fewer.fp).toBeGreaterThan(today.fp / 2 - 10);
      expect(await press(2)).toEqual(settingOf(data));
    });
  });
});

function id2(id: string): string {
  return `document.getElementById("${id}")`;
}

describe.runIf(canPrint)("the address", () => {
  it("takes a setting along and brings it back", async () => {
    const link = await open("en", {}, async ({ page, see }) => {
      await page.focus("#slider-threshold");
      for (let press = 0; press < 5; press += 1) await page.keyboard.press("ArrowLeft");
      await page.focus("#slider-miss");
      await page.keyboard.press("End");
      await page.waitForFunction("location.hash.includes('m=9000')", { timeout: 20_000 });
      return see<{ hash: string; shown: unknown }>(`({ hash: location.hash, shown: ${shown} })`);
    });
    expect(link.hash).toBe("#t=0.295&b=258&f=60&m=9000&v=400&c=150");
    expect(await open("en", { fragment: link.hash }, ({ see }) => see(shown))).toEqual(link.shown);
  });

  it("is bare again at today's setting", async () => {
    await open("en", { fragment: "#t=0.5" }, async ({ page, see }) => {
      await page.click(".controls .reset");
      await page.waitForFunction("location.hash === ''", { timeout: 20_000 });
      expect(await see(`document.querySelector(".controls .reset").disabled`)).toBe(true);
    });
  });

  it.each([
    "#t=NaN&b=-5&f=1e999&m=<img src=x onerror=alert(1)>&v=&c=0x1",
    "#b=0&b=1000&t=%22%3E%3Cscript%3E",
    "#__proto__=1&constructor=2&t",
    `#${"t=9&".repeat(3_000)}`,
    "#top",
  ])("is passed over where it is none of ours: %s", async (fragment) => {
    const data = dataIn("en");
    expect(await open("en", { fragment }, ({ see }) => see(shown))).toEqual(wanted(data, settingOf(data)));
  });

  it("shows a threshold beyond all scores at the nearest one", async () => {
    const data = dataIn("en");
    const at = await open("en", { fragment: "#t=99999" }, ({ see }) =>
      see<number>(`document.querySelector("#slider-threshold").valueAsNumber`),
    );
    expect(at).toBe(data.histogram.positives.length - 1);
  });
});

/** As the style sheet has it for A4. */
const margin = { top: "10mm", bottom: "12mm", left: "13mm", right: "13mm" };

const findFaults = `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html.slice(0, 160))))`;

describe.runIf(canPrint)("the board", () => {
  it.each([
    ["in light colours", { width: 1280 }],
    ["in dark colours", { width: 1280, scheme: "dark" }],
    ["on a phone", { width: 390 }],
    ["in a meeting", { width: 1280, fragment: "#present&t=0.2" }],
    ["in a meeting on a phone in dark colours", { width: 390, scheme: "dark", fragment: "#present" }],
  ] satisfies [string, Opening][])(
    "has no fault that axe finds %s, before and after a move",
    async (_, opening) => {
      await open("en", opening, async ({ page, see }) => {
        await page.evaluate(axe);
        expect(await see(findFaults)).toEqual([]);
        await page.focus("#slider-threshold");
        await page.keyboard.press("End");
        expect(await see(findFaults)).toEqual([]);
        await page.keyboard.press("Home");
        expect(await see(findFaults)).toEqual([]);
      });
    },
  );

  it.each([320, 390, 700, 1000, 1280])(
    "needs no sideways scrolling at %i px, in a meeting neither",
    async (width) => {
      for (const fragment of ["#t=0.2", "#present&t=0.2", "#t=0.99"]) {
        await open("de", { width, fragment }, async ({ see }) => {
          expect(await see(`document.documentElement.scrollWidth`)).toBeLessThanOrEqual(width);
        });
      }
    },
  );

  it("gives a finger 44 px on a phone", async () => {
    await open("en", { width: 390 }, async ({ see }) => {
      const small = await see<string[]>(
        `[...document.querySelectorAll(".controls button, .controls input")].filter((one) =>
          one.getBoundingClientRect().height < 44).map(({ id, className }) => id + className)`,
      );
      expect(small).toEqual([]);
    });
  });

  it("is complete without scripts: sentence, numbers, pictures and five settings, and no control", async () => {
    const data = dataIn("en");
    await open("en", { scripts: false }, async ({ see }) => {
      expect(await see(shown)).toEqual(wanted(data, settingOf(data)));
      expect(await see(`document.querySelectorAll(".grid-settings tbody tr").length`)).toBe(5);
      expect(await see(`document.querySelectorAll("input, button").length`)).toBe(0);
    });
  });

  it("shows in the file what the sliders show at today's setting", async () => {
    const text = `(() => { const copy = document.querySelector(".scenario").cloneNode(true);
      copy.querySelectorAll(".controls, .leave, .for-ears").forEach((one) => one.remove());
      return [copy.textContent.replace(/\\s+/g, ""), copy.querySelectorAll("svg path").length]; })()`;
    const file = await open("en", { scripts: false }, ({ see }) => see(text));
    expect(await open("en", {}, ({ see }) => see(text))).toEqual(file);
  });

  it.each(languages)(
    "goes to paper as one page, with the table and no control, wherever its sliders stand (%s)",
    async (lang) => {
      expect(await printedPages(pageIn(lang))).toBe(1);
      for (const sheet of [{ preferCSSPageSize: true }, { format: "Letter" as const, margin }]) {
        await open(lang, { fragment: "#t=0.2" }, async ({ page }) => {
          const { text } = await readPdf(await page.pdf({ ...sheet, printBackground: true }));
          expect(text).toContain(lang === "en" ? "Five settings" : "Fünf Einstellungen");
          expect(text).not.toMatch(/Copy link|Link kopieren|Catch more|Mehr finden/);
        });
      }
    },
  );

  it("fills the screen in a meeting until Escape, and keeps its setting", async () => {
    await open("en", { fragment: "#present&t=0.2" }, async ({ page, see }) => {
      const seen = `[...document.querySelectorAll("body *")].filter((one) => one.checkVisibility() &&
        one.matches("h1, header, footer, .controls, .say, .icon-array, .leave, .slider")).map((one) => one.className)`;
      const inside = await see<string[]>(seen);
      expect(inside).toContain("leave");
      expect(inside).toContain("say");
      expect(inside.filter((one) => /^(masthead|stamp)/.test(one))).toEqual([]);
      expect(inside.filter((one) => one.startsWith("slider "))).toHaveLength(3);
      const before = await see(shown);
      await page.keyboard.press("Escape");
      await page.waitForFunction("location.hash.startsWith('#t=0.2')", { timeout: 20_000 });
      expect(await see(`document.querySelector("footer").checkVisibility()`)).toBe(true);
      expect(await see(shown)).toEqual(before);
    });
  });
});

describe.runIf(canPrint)("what a reader takes along", () => {
  it("is the picture as SVG without a style sheet, and as PNG of twice its size", async () => {
    await open("en", { fragment: "#t=0.2" }, async ({ page, see }) => {
      await see(`(window.saved = [], URL.createObjectURL = (blob) => (saved.push(blob), "data:,"), 0)`);
      await page.click(".save-svg");
      await page.click(".save-png");
      await page.waitForFunction("saved.length === 2", { timeout: 20_000 });
      const svg = await see<string>("saved[0].text()");
      expect(svg.startsWith("<svg")).toBe(true);
      expect(svg).not.toMatch(/class=|var\(|href=|<script/);
      expect(svg).toContain("Threshold 0.20");
      expect(svg).toMatch(/Threshold 0\.20 gains about/);
      const [type, ...size] = await see<[string, ...number[]]>(
        `saved[1].arrayBuffer().then((bytes) => { const view = new DataView(bytes);
          return [saved[1].type, view.getUint32(16), view.getUint32(20)]; })`,
      );
      expect([type, ...size]).toEqual(["image/png", 2560, 1440]);
    });
  });

  it("is the text with its table where the browser lets a page copy, else a field to copy from", async () => {
    await open("en", { fragment: "#t=0.2" }, async ({ page, see }) => {
      await see(`(window.copied = [], Object.defineProperty(navigator, "clipboard", { configurable: true,
        value: { writeText: (text) => (copied.push(text), Promise.resolve()) } }), 0)`);
      await page.click(".copy-text");
      await page.click(".copy-link");
      await page.waitForFunction("copied.length === 2", { timeout: 20_000 });
      const [text = "", link = ""] = await see<string[]>("copied");
      expect(text).toContain((await see<{ say: string[] }>(shown)).say[0]);
      expect(text.split("\n").filter((line) => line.split("\t").length >= 5)).toHaveLength(6);
      expect(link).toMatch(/^file:.*#t=0\.2&b=258&f=60&m=900&v=400&c=150$/);
      await see(`Object.defineProperty(navigator, "clipboard", { configurable: true, value: undefined })`);
      await page.click(".copy-text");
      await page.waitForSelector("textarea.copy-field");
      expect(await see("document.activeElement.value")).toBe(text);
      expect(
        await see("getSelection().toString().length > 0 || document.activeElement.selectionEnd > 100"),
      ).toBe(true);
    });
  });
});

describe.runIf(canPrint)("the policy of the page", () => {
  it("lets nothing run but the one script, by its hash", () => {
    for (const lang of languages) {
      const html = pageIn(lang);
      const policy = /Content-Security-Policy" content="([^"]+)"/
        .exec(html)?.[1]
        ?.replaceAll("&#x27;", "'")
        .replaceAll("&#x3D;", "=");
      expect(policy).toMatch(
        /^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'$/,
      );
      expect(html.match(/<script>/g)).toHaveLength(1);
      expect(Buffer.byteLength(html)).toBeLessThanOrEqual(300_000);
    }
  });
});
