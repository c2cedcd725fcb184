import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import { afterAll, describe, expect, it } from "vitest";

import { checkSentences } from "./check-sentences.js";
import { readPhrases } from "./read-phrases.js";

/*
 * A guard that never failed is no guard. Each mutation below makes the code, or a phrase, say something false
 * in the way such sentences go wrong in practice; the property test must notice every one.
 */
const root = path.join(import.meta.dirname, "../..");
const runs = 600;
const seed = 7;

const codeMutations: readonly (readonly [what: string, file: string, from: string, to: string])[] = [
  [
    "recall is told of the flagged (precision and recall swapped)",
    "src/metrics/recall.ts",
    "({ tp, fn }) => ({ x: tp, n: tp + fn })",
    "({ tp, fp }) => ({ x: tp, n: tp + fp })",
  ],
  ["recall counts the missed (TP and FN swapped)", "src/metrics/recall.ts", "x: tp,", "x: fn,"],
  [
    "false alarms are told of the flagged",
    "src/metrics/false-alarms.ts",
    "({ fp, tn }) => ({ x: fp, n: fp + tn })",
    "({ fp, tp }) => ({ x: fp, n: fp + tp })",
  ],
  [
    "precision is NPV",
    "src/metrics/precision.ts",
    "atBaseRate(cell, context, ppvInterval,",
    "atBaseRate(cell, context, npvInterval,",
  ],
  ["precision ignores the base rate", "src/stats/ppv-interval.ts", "baseRate / (1 - baseRate)", "1"],
  [
    "the missed are all positives (complement dropped)",
    "src/phrasing/natural-frequency.ts",
    "positives - caught)",
    "positives)",
  ],
  [
    "the caught are rounded without their class",
    "src/phrasing/natural-frequency.ts",
    "Math.round(positives * recall)",
    "Math.round(outOf * recall)",
  ],
  [
    "the negatives are the total",
    "src/phrasing/natural-frequency.ts",
    "const negatives = outOf - positives",
    "const negatives = outOf",
  ],
  [
    "a small count prints as 0",
    "src/phrasing/natural-frequency.ts",
    "few: rounded === 0 && exact > 0",
    "few: false",
  ],
  [
    "any total with half a positive will do",
    "src/phrasing/natural-frequency.ts",
    "outOf * inputs.baseRate < 5",
    "outOf * inputs.baseRate < 0.5",
  ],
  [
    "the other side of a rate is the rate",
    "src/phrasing/restate.ts",
    "printed: outOf - rounded",
    "printed: rounded",
  ],
  [
    "ranges are turned inward",
    "src/phrasing/restate.ts",
    "Math.round(interval.high * outOf), rounded",
    "Math.round(interval.low * outOf), rounded",
  ],
  [
    "false alarms print the caught",
    "src/phrasing/frequency-sentences.ts",
    '"falseAlarms", falseAlarms, outOf',
    '"falseAlarms", caught, outOf',
  ],
  [
    "singular and plural swapped",
    "src/phrasing/counted.ts",
    "return count === 1 ? pair[0] : pair[1]",
    "return count === 1 ? pair[1] : pair[0]",
  ],
  [
    "rates on ten cases",
    "src/phrasing/display-gate.ts",
    "export const smallSample = 30",
    "export const smallSample = 10",
  ],
  [
    "a zero leaves nothing possible",
    "src/phrasing/frequency-sentences.ts",
    "exactUpperBound(0, n, 0.95) ?? 1",
    "0 * n",
  ],
  [
    "Wilson without its correction",
    "src/stats/wilson-interval-from-share.ts",
    "share + half + spread) / (1 + 2 * half)",
    "share + half + spread) / (1 + half)",
  ],
];

const phraseMutations: readonly (readonly [what: string, id: string, from: string, to: string])[] = [
  ["caught and missed swapped", "frequency.split", "{flagged} and {fn}", "{missed} and {fn}"],
  [
    "the missed are left out",
    "frequency.split",
    " and {fn} {fn_n, plural, one {is} other {are}} {missed}",
    "",
  ],
  ["denominator switched to the total", "frequency.split", "{p}, {tp}", "{n}, {tp}"],
  ["right among the wrong class", "frequency.total", "{tp} of", "{fp} of"],
  ["right of the positives", "frequency.total", "other {those}} {f} {tp_n", "other {those}} {p} {tp_n"],
  ["is and are swapped", "frequency.others", "one {is} other {are}", "one {are} other {is}"],
  ["recall told of the flagged", "rate.recall", "{of} {positives}, about", "{of} {cases} {flagged}, about"],
  [
    "recall without its other side",
    "rate.recall",
    " and {y} {y_n, plural, one {is} other {are}} {missed}",
    "",
  ],
  [
    "precision told of the positives",
    "rate.precision",
    "{of} {cases} {flagged}, about",
    "{of} {positives}, about",
  ],
  ["positives and negatives swapped", "rate.precision", "other {are {positives}}", "other {are {negatives}}"],
  ["counts of another class", "rate.recall-counts", "{n} {positives}", "{n} {cases}"],
];

const folder = mkdtempSync(path.join(root, "test/property/.mutants-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a mutation of the code is noticed", () => {
  it.each(codeMutations)("%s", async (_what, file, from, to) => {
    const check = await bundleWith(file, from, to);
    expect(check(readPhrases(), runs, seed)).not.toEqual([]);
  });
});

describe("a mutation of a phrase is noticed", () => {
  it.each(phraseMutations)("%s", (_what, id, from, to) => {
    const phrases = readPhrases();
    const phrase = phrases[id] ?? "";
    expect(phrase.split(from), `"${from}" stands once in ${id}`).toHaveLength(2);
    expect(checkSentences({ ...phrases, [id]: phrase.replace(from, to) }, runs, seed)).not.toEqual([]);
  });
});

it("the same runs find nothing in the code as it is", () => {
  expect(checkSentences(readPhrases(), runs, seed)).toEqual([]);
});

/** The property check bundled with one place of the sources changed. */
async function bundleWith(file: string, from: string, to: string): Promise<typeof checkSentences> {
  const target = path.join(root, file);
  const source = readFileSync(target, "utf8");
  expect(source.split(from), `"${from}" stands once in ${file}`).toHaveLength(2);
  const result = await esbuild.build({
    entryPoints: [path.join(import.meta.dirname, "check-sentences.ts")],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    logLevel: "silent",
    banner: {
      js: 'import { createRequire as __require } from "node:module"; const require = __require(import.meta.url);',
    },
    plugins: [
      {
        name: "mutate",
        setup: (build) => {
          build.onLoad({ filter: /\.ts$/ }, (loaded) =>
            loaded.path === target ? { contents: mutated(source, from, to), loader: "ts" } : undefined,
          );
        },
      },
    ],
  });
  const bundle = path.join(folder, `${String(Math.abs(hash(file + from)))}.mjs`);
  writeFileSync(bundle, result.outputFiles[0]?.text ?? "");
  const module = (await import(pathToFileURL(bundle).href)) as { checkSentences: typeof checkSentences };
  return module.checkSentences;
}

function mutated(source: string, from: string, to: string): string {
  const changed = source.replace(from, to);
  return changed.includes("npvInterval") && !changed.includes('from "../stats/npv-interval.js"')
    ? `import { npvInterval } from "../stats/npv-interval.js";\n${changed}`
    : changed;
}

function hash(text: string): number {
  return [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0, 7);
}
