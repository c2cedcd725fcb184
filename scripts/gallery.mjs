// Writes docs/pictures/<example>.png: the first page of one document of each scenario, under the pinned Chromium.
// Run: npm run gallery, look at them, commit them.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import { PNG } from "pngjs";
import puppeteer from "puppeteer-core";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const target = path.join(root, "docs/pictures");
const work = mkdtempSync(path.join(os.tmpdir(), "forthright-gallery-"));

/** Which document stands for each scenario. */
const scenes = [
  { example: "credit-pd", kind: "case-note" },
  { example: "churn-new-segment", kind: "briefing" },
  { example: "nlp-platforms", kind: "option-memo" },
  { example: "demand-incident", kind: "incident-brief" },
  { example: "campaign-targeting", kind: "briefing" },
  { example: "selfie-match", kind: "limitation-portfolio" },
  { example: "document-check", kind: "pre-mortem" },
];
/** What is seen, in CSS pixels, and picture pixels to each. */
const sheet = { width: 1000, height: 1240, scale: 0.8 };
const mostBytes = 120_000;

try {
  const [{ findBrowser }, { startChromium }, { palettePng }] = await Promise.all(
    [
      "src/export/find-browser.ts",
      "src/export/chromium/start-chromium.ts",
      "test/visual/small-picture.ts",
    ].map(sourceModule),
  );
  const found = await findBrowser({ env: {}, platform: process.platform, home: os.homedir() });
  const chromium = await startChromium(found, false);
  try {
    const browser = await puppeteer.connect({ transport: chromium.transport, defaultViewport: null });
    mkdirSync(target, { recursive: true });
    for (const scene of scenes) {
      const bytes = small(await photograph(browser, build(scene)), palettePng);
      if (bytes.length > mostBytes) throw new Error(`${scene.example}: ${bytes.length} bytes`);
      writeFileSync(path.join(target, `${scene.example}.png`), bytes);
      console.log(`docs/pictures/${scene.example}.png: ${scene.kind}, ${Math.round(bytes.length / 1000)} kB`);
    }
  } finally {
    await chromium.kill();
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

function build({ example, kind }) {
  const out = path.join(work, example);
  const args = [path.join(root, "examples", example), "--document", kind, "--out", out, "--quiet"];
  execFileSync(process.execPath, [path.join(root, "dist/cli.js"), "build", ...args], { stdio: "inherit" });
  const [slug] = readdirSync(out).filter((name) => !name.startsWith("."));
  const [page] = readdirSync(path.join(out, slug)).filter((name) => name.endsWith(".html"));
  return readFileSync(path.join(out, slug, page), "utf8");
}

async function photograph(browser, html) {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width: sheet.width, height: sheet.height, deviceScaleFactor: sheet.scale });
    await page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: "light" },
      { name: "prefers-reduced-motion", value: "reduce" },
    ]);
    await page.setContent(html, { waitUntil: "load" });
    await page.evaluate("document.fonts.ready.then(() => undefined)");
    return PNG.sync.read(Buffer.from(await page.screenshot({ type: "png" })));
  } finally {
    await page.close();
  }
}

/** The picture in its 256 commonest colours; every other becomes the nearest of them. */
function small({ width, height, data }, palettePng) {
  const rounded = new Uint32Array(width * height);
  const counts = new Map();
  for (let pixel = 0; pixel < rounded.length; pixel += 1) {
    const [red, green, blue] = [0, 1, 2].map((channel) => Math.round(data[pixel * 4 + channel] / 15));
    const colour = (red << 16) | (green << 8) | blue;
    rounded[pixel] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const parts = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
  const kept = [...counts]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, 256)
    .map(([colour]) => parts(colour));
  const places = new Map(
    [...counts.keys()].map((colour) => {
      const far = kept.map((one) =>
        one.reduce((sum, level, at) => sum + (level - parts(colour)[at]) ** 2, 0),
      );
      return [colour, far.indexOf(Math.min(...far))];
    }),
  );
  const colours = kept.map((one) => one.map((level) => level * 15));
  return palettePng(
    width,
    height,
    colours,
    Uint8Array.from(rounded, (colour) => places.get(colour)),
  );
}

/** What a file of the sources exports. */
async function sourceModule(source) {
  const file = path.join(root, "dist", `${path.basename(source, ".ts")}-gallery.mjs`);
  await esbuild.build({ entryPoints: [path.join(root, source)], outfile: file, bundle: true, format: "esm", platform: "node", packages: "external", logLevel: "warning" }); // prettier-ignore
  const module = await import(pathToFileURL(file).href);
  rmSync(file);
  return module;
}
