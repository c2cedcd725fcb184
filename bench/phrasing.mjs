// One estimate as a sentence with its range, beside the bare formatters it rests on. Run: node bench/phrasing.mjs
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { IntlMessageFormat } from "intl-messageformat";
import { parse } from "yaml";
import { median } from "./measure.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const batches = 200;
const perBatch = 500;

const phrasesIn = (lang) => {
  const folder = path.join(root, "templates/phrases", lang);
  const phrases = {};
  const collect = (prefix, value) => {
    if (typeof value === "string") phrases[prefix] = value;
    else for (const [key, inner] of Object.entries(value ?? {})) collect(`${prefix}.${key}`, inner);
  };
  for (const name of readdirSync(folder))
    collect(path.basename(name, ".yaml"), parse(readFileSync(path.join(folder, name), "utf8")));
  return phrases;
};

/** Ours, bundled as a browser would get it. */
async function bundled() {
  const folder = mkdtempSync(path.join(tmpdir(), "forthright-phrasing-"));
  const outfile = path.join(folder, "phrasing.mjs");
  const sources = [
    'export { rateSentence } from "./src/phrasing/rate-sentence.ts";',
    'export { createSay } from "./src/phrasing/say.ts";',
    'export { hundredEach } from "./src/phrasing/voice.ts";',
    'export { wilsonInterval } from "./src/stats/wilson-interval.ts";',
  ];
  await build({
    stdin: { contents: sources.join("\n"), resolveDir: root },
    bundle: true,
    platform: "browser",
    format: "esm",
    outfile,
    logLevel: "error",
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Median of the batches, in microseconds a call, after one uncounted round. */
function microsecondsOf(say, estimates) {
  const times = [];
  for (let batch = -20; batch < batches; batch += 1) {
    const start = process.hrtime.bigint();
    for (let call = 0; call < perBatch; call += 1) say(estimates[(batch + 20 + call) % estimates.length]);
    if (batch >= 0) times.push(Number(process.hrtime.bigint() - start) / 1_000 / perBatch);
  }
  return median(times);
}

const { rateSentence, createSay, hundredEach, wilsonInterval } = await bundled();
const estimates = Array.from({ length: 997 }, (_, index) => {
  const [numerator, denominator] = [200 + index, 1_500];
  const { low, high } = wilsonInterval(numerator, denominator, 0.95);
  return {
    ...{ id: "recall@all", metric: "recall", slice: "all", evaluation: "e", value: numerator / denominator },
    ...{ reason: null, numerator, denominator, of: "positives", n: denominator, n_effective: null },
    interval: { low, high, level: 0.95, method: "Wilson", side: "two-sided" },
    ...{ threshold: 0.5, unit: "share", origin: "measured", base_rate: null, baseline: null, evidence: "x" },
  };
});
const words = {
  case: ["application", "applications"],
  positive: ["fraud attempt", "fraud attempts"],
  negative: ["honest application", "honest applications"],
  ...{ flagged: "stopped", missed: "let through", unflagged: "passed", given: true },
};

console.log("| one rate with its range, microseconds | median |\n| --- | ---: |");
for (const lang of readdirSync(path.join(root, "templates/phrases")).sort()) {
  const phrases = phrasesIn(lang);
  const voice = {
    ...{ say: createSay(phrases, lang), knows: (id) => id in phrases, lang, audience: "internal", words },
    ...{ currency: null, outOf: hundredEach, totalOf: () => 100, taskOf: () => "binary" },
    ...{ partName: () => null, estimate: () => undefined },
  };
  const ours = microsecondsOf((estimate) => rateSentence(voice, estimate), estimates);
  console.log(`| ours, ${lang} | ${ours.toFixed(1)} |`);
}

// The peer: the same English words as a bare message, its numbers already texts of a kept Intl.NumberFormat.
const message = new IntlMessageFormat(
  "Of every {of} {positives}, about {x} {x_n, plural, one {is} other {are}} {flagged} (range {low} to {high}) and {y} {y_n, plural, one {is} other {are}} {missed}.",
  "en",
);
const numbers = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const told = ({ value, interval }) => {
  const x = Math.round(value * 100);
  return { x, y: 100 - x, low: Math.round(interval.low * 100), high: Math.round(interval.high * 100) };
};
const bareMessage = (estimate) => {
  const { x, y, low, high } = told(estimate);
  const text = (value) => numbers.format(value);
  return message.format({
    ...{ of: text(100), x: text(x), x_n: x, y: text(y), y_n: y, low: text(low), high: text(high) },
    ...{ positives: "fraud attempts", flagged: "stopped", missed: "let through" },
  });
};
const bareNumbers = (estimate) => {
  const { x, y, low, high } = told(estimate);
  return [100, x, y, low, high].map((value) => numbers.format(value));
};
const bare = microsecondsOf(bareMessage, estimates);
console.log(`| one message of intl-messageformat, numbers of Intl, no trace | ${bare.toFixed(1)} |`);
console.log(`| five numbers of Intl alone | ${microsecondsOf(bareNumbers, estimates).toFixed(1)} |`);
