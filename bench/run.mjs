// The measurements behind the figures in README.md. Run: npm run bench
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { writeTable } from "./make-table.mjs";
import { inTurn } from "./measure.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const program = path.join(root, "dist/cli.js");
const runs = Number(process.env.BENCH_RUNS ?? 9);
const folder = mkdtempSync(path.join(tmpdir(), "forthright-bench-"));
const results = [];
let missed = 0;

try {
  const project = path.join(folder, "project");
  mkdirSync(path.join(project, "data"), { recursive: true });
  writeTable(path.join(project, "data/rows.csv"));
  writeFileSync(path.join(project, "forthright.yaml"), plan());

  const bare = { command: process.execPath, args: ["-e", "0"] };
  const build = (...more) => ({
    command: process.execPath,
    args: [program, "build", "project", "--fail-on", "never", ...more],
    cwd: folder,
  });

  report(
    "three HTML documents, 10,000 rows, six slice columns, cold",
    "bare node",
    inTurn(build("--force"), bare, runs),
    12,
  );
  execFileSync(process.execPath, build().args, { cwd: folder, stdio: "ignore" });
  report("nothing changed", "bare node", inTurn(build(), bare, runs), 2);

  const shell = findShell();
  if (shell === null)
    console.log(
      "headless shell on PATH: none; the PDF figure is left out (Debian: apt-get install chromium-headless-shell)",
    );
  else {
    const pages = readdirSync(path.join(folder, "out/bench-model")).filter((name) => name.endsWith(".html"));
    const print = pages
      .map(
        (name) =>
          `${shell} --no-sandbox --disable-gpu --no-first-run --disable-background-networking --print-to-pdf=${folder}/${name}.pdf file://${folder}/out/bench-model/${name}`,
      )
      .join(" && ");
    report(
      "the same with three PDFs",
      `${path.basename(shell)} printing the three files`,
      inTurn(build("--force", "--format", "html,pdf"), { command: "sh", args: ["-c", print] }, runs),
      2.5,
    );
  }

  for (const [example, slug] of [
    ["churn-new-segment", "churn-score"],
    ["credit-pd", "probability-of-default-consumer-credit"],
    ["application-fraud", "application-fraud-check"],
  ]) {
    execFileSync(
      process.execPath,
      [
        program,
        "build",
        path.join(root, "examples", example),
        "--out",
        path.join(folder, "sizes"),
        "--fail-on",
        "never",
        "--quiet",
      ],
      { cwd: folder, stdio: "ignore" },
    );
    for (const [kind, limit] of [
      ["briefing", 200],
      ["model-card", 350],
    ]) {
      const size = statSync(path.join(folder, "sizes", slug, `${kind}.html`)).size / 1000;
      line(`size of ${kind}, ${example}`, `${size.toFixed(0)} kB`, `limit ${limit} kB`, size <= limit);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(
  `\n${results.length - missed} of ${results.length} within their limits (node ${process.versions.node}, medians of ${runs} runs, ratio taken run by run)`,
);
process.exitCode = missed === 0 ? 0 : 1;

function report(what, peer, { a, b, ratio }, limit) {
  line(
    what,
    `${ratio.toFixed(1)} x ${peer}`,
    `limit ${limit} x; ${(a * 1000).toFixed(0)} ms against ${(b * 1000).toFixed(0)} ms`,
    ratio <= limit,
  );
}

function line(what, figure, note, holds) {
  results.push(what);
  if (!holds) missed += 1;
  console.log(`${holds ? "ok    " : "MISSED"}  ${what}: ${figure} (${note})`);
}

function findShell() {
  for (const name of ["chromium-headless-shell", "chrome-headless-shell"]) {
    const found = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).stdout.trim();
    if (found !== "") return found;
  }
  return null;
}

function plan() {
  return `schema: 1
model: {name: Bench model, version: "1"}
words: {case: customer / customers, positive: leaver / leavers, negative: stayer / stayers, flagged: called, missed: not called}
use: {intended: [Ordering calls], out_of_scope: [Prices]}
deployment: {threshold: 0.5, base_rate: 0.12}
evaluations:
  - {id: rows, data: data/rows.csv, label: label, positive: 1, score: score, row_id: id, slices: [sex, age_band, region, device, plan, site], kind: held-out}
documents:
  - {kind: briefing}
  - {kind: limitation-portfolio, audience: internal}
  - {kind: model-card}
`;
}
