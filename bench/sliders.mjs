// One setting of the sliders to all that a page shows of it, in Node, beside a bare loop that only sums the histogram.
// Run: node bench/sliders.mjs (after npm run build). Chromium's share of a frame is in bench/frames.mjs.
import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

import { median } from "./measure.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const rounds = Number(process.env.BENCH_RUNS ?? 7);
const settingsEach = 400;
/** A frame at sixty a second, for 99 of 100 settings: the slowest one is that of the machine, not of the page. */
const limit = 16;

// Beside node_modules, which it imports at run time.
const folder = mkdtempSync(path.join(root, "dist/bench-"));
try {
  const { scenarioAt, partsAt, voiceOf, settingOf, packPhrase, isNeeded } = await scenarioIn(folder);
  const { phrases } = await import(pathToFileURL(path.join(root, "dist/materials.en.json")).href, {
    with: { type: "json" },
  }).then((module) => module.default);
  const data = syntheticData(
    Object.fromEntries(
      Object.entries(phrases)
        .filter(([id]) =>
          isNeeded(id, { costs: {}, volume: {}, capacity: {}, slice: {}, criteria: [], isBoard: true }),
        )
        .map(([id, source]) => [id, packPhrase(source, "en")]),
    ),
  );
  const voice = voiceOf(data);
  const today = settingOf(data);
  const random = seeded(7);
  const settings = Array.from({ length: settingsEach }, () => ({
    ...today,
    threshold: data.histogram.edges[Math.floor(random() * data.histogram.edges.length)],
    baseRate: 0.002 + random() * 0.3,
    miss: random() * 1_000,
    falseAlarm: random() * 50,
    volume: 100 + random() * 10_000,
  }));
  const [medians, slow, ratios] = [[], [], []];
  for (let round = -1; round < rounds; round += 1) {
    const bare = timesOf(settings, (setting) => sumAbove(data.histogram, setting.threshold));
    const whole = timesOf(settings, (setting) => partsAt(voice, data, scenarioAt(data, setting, voice)));
    if (round < 0) continue;
    medians.push(median(whole));
    slow.push([...whole].sort((a, b) => a - b)[Math.floor(0.99 * whole.length)]);
    ratios.push(whole.reduce(add, 0) / bare.reduce(add, 0));
  }
  const bins = data.histogram.edges.length;
  console.log(`${bins} thresholds x 2 classes, ${settingsEach} random settings, median of ${rounds} rounds`);
  console.log("| what | ms | limit |\n| --- | ---: | ---: |");
  console.log(`| one setting to all views, median | ${median(medians).toFixed(2)} | ${limit} |`);
  console.log(`| slower than 99 of 100 settings | ${median(slow).toFixed(2)} | ${limit} |`);
  console.log(
    `\n${median(ratios).toFixed(0)} times the bare loop that sums the histogram above the threshold`,
  );
  if (median(slow) > limit) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function scenarioIn(out) {
  const exports = [
    ["scenario/scenario-at", "scenarioAt"],
    ["scenario/parts-at", "partsAt"],
    ["scenario/voice-of", "voiceOf"],
    ["scenario/setting-of", "settingOf"],
    ["scenario/phrases-needed", "isNeeded"],
    ["phrasing/pack-phrase", "packPhrase"],
  ];
  const outfile = path.join(out, "scenario.mjs");
  await build({
    stdin: {
      contents: exports.map(([file, name]) => `export { ${name} } from "./src/${file}.ts";`).join("\n"),
      resolveDir: root,
      loader: "ts",
    },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    logLevel: "warning",
  });
  return import(pathToFileURL(outfile).href);
}

/** Milliseconds of processor time for every setting: other programs of the machine do not count. */
function timesOf(settings, run) {
  return settings.map((setting) => {
    const start = process.cpuUsage();
    run(setting);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
}

function sumAbove({ edges, positives, negatives }, threshold) {
  let [tp, fp] = [0, 0];
  for (let bin = 0; bin < edges.length; bin += 1) {
    if (edges[bin] < threshold) continue;
    tp += positives[bin];
    fp += negatives[bin];
  }
  return tp + fp;
}

/** A score that sorts well, on a thousand steps, with repeated subjects: the slowest way to a range. */
function syntheticData(phrases) {
  const random = seeded(3);
  const edges = Array.from({ length: 1_001 }, (_, step) => step / 1_000);
  const counts = (rises) => edges.map((edge) => Math.floor(random() * 60 * (rises ? edge : (1 - edge) ** 3)));
  const [positives, negatives] = [counts(true), counts(false)];
  const effects = edges.map(() => 1 + random());
  const total = (own) => own.reduce(add, 0);
  const ranged = (value) => ({ value, low: value * 0.8, high: value * 1.3 });
  const words = {
    case: ["case", "cases"],
    positive: ["positive", "positives"],
    negative: ["negative", "negatives"],
    flagged: "flagged",
    missed: "missed",
    unflagged: "left alone",
    given: true,
  };
  const classes = ["cases", "positives", "negatives", "flagged", "unflagged", "attempts", "subjects"];
  return {
    schema: 1,
    lang: "en",
    audience: "internal",
    prefix: "",
    evaluation: {
      id: "bench",
      task: "binary",
      basis: "rows",
      source: "bench.csv",
      flag: "at-or-above",
      used: total(positives) + total(negatives),
      positives: total(positives),
      negatives: total(negatives),
    },
    slice: null,
    histogram: {
      edges,
      positives,
      negatives,
      clusters: { positives: { subjects: 900, effects }, negatives: { subjects: 2_000, effects } },
    },
    seen: { low: 0, high: 1 },
    threshold: 0.4,
    baseRate: ranged(0.05),
    costs: {
      currency: "EUR",
      action: ranged(5),
      falseAlarm: null,
      miss: ranged(300),
      effect: null,
      sources: {},
      alarmIs: "action",
    },
    volume: { cases: 3_000, per: "month" },
    capacity: { cases: 20, per: "day" },
    outOf: Object.fromEntries(classes.map((of) => [of, of === "cases" ? 1_000 : 100])),
    words,
    worthwhile: null,
    calibrated: true,
    criteria: [],
    phrases,
  };
}

function add(sum, value) {
  return sum + value;
}

function seeded(seed) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
