// Lint of 200 notes (440 kB) beside what remark alone takes to parse them, in the same run. Run: npm run bench:lint
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

import { median } from "./measure.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const rounds = Number(process.env.BENCH_RUNS ?? 9);
const notes = notesOf(200, 440_000);
const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze();

// Beside node_modules, which it imports at run time.
const folder = mkdtempSync(path.join(root, "dist/bench-"));
try {
  const { rules, textsIn } = await linterIn(folder);
  const natural = rules.filter((rule) => rule.naturalLanguage);
  const peer = () => notes.forEach(({ text }) => parser.parse(text));
  const worker = new Worker(path.join(root, "dist/text-linter.js"), { env: {} });
  const inWorker = async () => {
    for (const texts of portions(notes, 128 * 1024)) await asked(worker, { texts, lang: "en" });
  };
  const ours = [
    ["the whole lint, worker and all", inWorker, 6],
    ["the whole lint, in this thread", () => textsIn(notes, rules), 6],
    [
      `without the ${natural.length} rules that need a natural-language parse`,
      () =>
        textsIn(
          notes,
          rules.filter((rule) => !rule.naturalLanguage),
        ),
      1.5,
    ],
    ["sentences alone, no rule", () => textsIn(notes, []), null],
  ];
  const times = new Map(ours.map(([name]) => [name, []]));
  const alone = [];
  for (let round = -2; round < rounds; round += 1) {
    const seconds = await timed(peer);
    if (round >= 0) alone.push(seconds);
    for (const [name, run] of ours) {
      const own = await timed(run);
      if (round >= 0) times.get(name).push(own / seconds);
    }
  }
  await worker.terminate();
  const letters = notes.reduce((sum, { text }) => sum + text.length, 0);
  console.log(
    `${notes.length} notes, ${Math.round(letters / 1000)} kB, ${rules.length} rules that read words, median of ${rounds} rounds; remark alone ${(median(alone) * 1000).toFixed(0)} ms`,
  );
  console.log("| what | times remark alone | limit |\n| --- | ---: | ---: |");
  for (const [name, , limit] of ours)
    console.log(`| ${name} | ${median(times.get(name)).toFixed(2)} | ${limit ?? "–"} |`);
  if (process.argv.includes("rules")) await eachRule(rules, textsIn, median(alone));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** What each rule takes beyond the sentences, in shares of what remark takes. */
async function eachRule(rules, textsIn, alone) {
  const base = Math.min(await timed(() => textsIn(notes, [])), await timed(() => textsIn(notes, [])));
  const costs = [];
  for (const rule of rules) {
    const runs = [];
    for (let run = 0; run < 3; run += 1) runs.push(await timed(() => textsIn(notes, [rule])));
    costs.push([rule.id, (Math.min(...runs) - base) / alone]);
  }
  for (const [id, cost] of costs.sort((a, b) => b[1] - a[1])) console.log(`${cost.toFixed(3)}  ${id}`);
}

/** The linter as a module of its own, with the rules given to it. */
async function linterIn(folder) {
  const outfile = path.join(folder, "linter.mjs");
  await build({
    stdin: {
      contents: `
        import { sentencesOf } from "./src/check/sentences-of.ts";
        import { rules as all } from "./src/check/rules/all.ts";
        import { parseNote } from "./src/compose/parse-markdown.ts";
        export const rules = all.filter(({ text, languages = ["en"] }) => text !== undefined && languages.includes("en"));
        export function textsIn(notes, some) {
          let found = 0;
          for (const { key, text } of notes) {
            const read = { lang: "en", kind: null, sentences: sentencesOf(parseNote(text), key) };
            for (const rule of some) for (const sentence of read.sentences) found += rule.text(sentence, read).length;
          }
          return found;
        }`,
      resolveDir: root,
      loader: "ts",
    },
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    outfile,
    logLevel: "error",
  });
  return import(pathToFileURL(outfile).href);
}

/** Notes out of our own prose, told again and again in another order: the same letters everywhere. */
function notesOf(count, letters) {
  const files = ["README.md", "SECURITY.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "bench/README.md"];
  const examples = readdirSync(path.join(root, "examples"), { recursive: true })
    .filter((name) => /(notes|limitations)\/.*\.md$/.test(name))
    .sort()
    .map((name) => `examples/${name}`);
  const blocks = [...files, ...examples].flatMap((file) =>
    readFileSync(path.join(root, file), "utf8")
      .replace(/^---\n[\s\S]*?\n---\n/, "")
      .replace(/^```[\s\S]*?^```\n/gm, "")
      .split(/\n{2,}/)
      .filter((block) => /[a-z]/.test(block) && !block.startsWith("|") && !block.startsWith("!")),
  );
  let next = 0;
  let told = 0;
  return Array.from({ length: count }, (_, index) => {
    const own = [];
    // So many blocks that all notes so far hold their share of the letters.
    while (told < (letters / count) * (index + 1)) {
      own.push(blocks[next % blocks.length]);
      told += own.at(-1).length + 2;
      next += 7; // No divisor of the number of blocks is wanted; a step of one would print the files in a row.
    }
    return { key: `notes/${index}.md`, text: `${own.join("\n\n")}\n`, plain: false };
  });
}

function portions(texts, most) {
  const all = [[]];
  let size = 0;
  for (const text of texts) {
    if ((size += text.text.length) > most) {
      all.push([]);
      size = text.text.length;
    }
    all.at(-1).push(text);
  }
  return all;
}

function asked(worker, question) {
  return new Promise((resolve, reject) => {
    worker.once("message", (answer) =>
      "error" in answer ? reject(new Error(answer.error)) : resolve(answer),
    );
    worker.postMessage(question);
  });
}

/** Processor seconds of all threads of this program: another program on the machine does not count. */
async function timed(run) {
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
