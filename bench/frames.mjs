// One move of a slider to all views shown, in Chromium, on a board of 1,001 thresholds and two classes.
// Run: node bench/frames.mjs (after npm run build)
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";

import { median } from "./measure.mjs";
import { writeTable } from "./make-table.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const rounds = Number(process.env.BENCH_RUNS ?? 3);
const limits = { median: 16, worst: 50 };
const plan = `schema: 1
model: {name: Bench score, version: "1", provider: Bench, owner: Bench lead}
use: {intended: [Measure], out_of_scope: [Everything else]}
words: {case: case / cases, positive: positive / positives, negative: negative / negatives, flagged: flagged, missed: missed}
deployment:
  base_rate: {value: 0.05, source: bench}
  volume: {cases: 1000, per: day}
  threshold: 0.4
  capacity: {cases: 150, per: day}
costs: {currency: EUR, action: {value: 5}, miss: {value: 100}}
evaluations:
  - {id: rows, title: Rows, data: rows.csv, label: label, positive: 1, score: score, row_id: id, kind: held-out}
documents:
  - kind: scenario-board
    owner: Bench lead
    decision: {ask: Choose a cut-off.}
`;

const folder = mkdtempSync(path.join(os.tmpdir(), "forthright-frames-"));
try {
  const html = boardOf(folder);
  const browser = await puppeteer.launch({
    executablePath: process.env.BENCH_BROWSER ?? "/usr/bin/chromium-headless-shell",
    pipe: true,
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const all = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const page = await browser.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      await page.goto(`file://${html}`);
      await page.evaluate("document.fonts.ready.then(() => undefined)");
      const bins = await page.evaluate("Number(document.querySelector('.slider-threshold input').max) + 1");
      const times = await page.evaluate(`(${drag})(300)`);
      all.push(...times);
      const sorted = times.map(({ ms }) => ms).sort((a, b) => a - b);
      console.log(
        `round ${round + 1}, ${bins} thresholds: ${times.length} moves, median ${median(sorted).toFixed(1)} ms, ` +
          `95 of 100 below ${sorted[Math.floor(sorted.length * 0.95)].toFixed(1)} ms, worst ${sorted.at(-1).toFixed(1)} ms`,
      );
      await page.close();
    }
  } finally {
    await browser.close();
  }
  report(all);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A board of the seeded table, whose scores fall into 1,001 bins. */
function boardOf(target) {
  writeTable(path.join(target, "rows.csv"), 20_000);
  writeFileSync(path.join(target, "forthright.yaml"), plan);
  execFileSync(
    process.execPath,
    [
      path.join(root, "dist/cli.js"),
      "build",
      target,
      "--out",
      path.join(target, "out"),
      "--fail-on",
      "never",
    ],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  const name = readdirSync(path.join(target, "out"), { recursive: true }).find((file) =>
    String(file).endsWith("scenario-board.html"),
  );
  const file = path.join(target, "out", String(name));
  console.log(`${readFileSync(file).length} bytes`);
  return file;
}

/*
 * Runs in the page. A move happens where browsers put input: at the start of a frame. It is over when the message
 * after that frame's style, layout and paint arrives.
 */
/* global document, requestAnimationFrame, MessageChannel, performance, Event */
function drag(moves) {
  const inputs = [...document.querySelectorAll(".slider input")];
  const times = [];
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const afterPaint = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  const one = async (move) => {
    const input = inputs[move % inputs.length];
    const last = Number(input.max);
    await frame();
    input.value = String(Math.round((((move * 7919) % 1000) / 1000) * last));
    const start = performance.now();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    const handled = performance.now() - start;
    document.body.getBoundingClientRect();
    await afterPaint();
    times.push({ slider: input.id, handled, ms: performance.now() - start });
  };
  return (async () => {
    for (let move = 0; move < moves; move += 1) await one(move);
    return times;
  })();
}

function report(all) {
  const sorted = all.map(({ ms }) => ms).sort((a, b) => a - b);
  const handled = all.map((one) => one.handled).sort((a, b) => a - b);
  const worst = sorted.at(-1);
  console.log(
    `all: median ${median(sorted).toFixed(1)} ms (limit ${limits.median}), worst ${worst.toFixed(1)} ms (limit ${limits.worst}); our part median ${median(handled).toFixed(1)} ms, worst ${handled.at(-1).toFixed(1)} ms`,
  );
  process.exitCode = median(sorted) <= limits.median && worst <= limits.worst ? 0 : 1;
}
