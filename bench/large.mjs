// Large tables: time, memory, growth, and the same numbers from pandas and scikit-learn. Run: npm run bench:large
/* global setInterval, clearInterval */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { median } from "./measure.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const program = path.join(root, "dist/cli.js");
const bare = path.join(root, "bench/bare-histogram.mjs");
const rows = Number(process.env.BENCH_ROWS ?? 10_000_000);
const runs = Number(process.env.BENCH_RUNS ?? 5);
const only = process.argv[2] ?? "";
const slices = ["sex", "age_band", "region", "device", "ethnicity", "site"];
const folder = mkdtempSync(path.join(tmpdir(), "forthright-large-"));

try {
  if (wanted("time")) await time();
  if (wanted("growth")) await growth();
  if (wanted("sklearn")) await sklearn();
  if (wanted("draws")) await draws();
  if (wanted("curves")) await curves();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function wanted(section) {
  return only === "" || only === section;
}

/** Ten million rows: assess against DuckDB's own GROUP BY of the same columns. */
async function time() {
  await makeTable("ten", rows);
  for (const format of ["csv", "parquet"]) {
    const project = makeProject(`ten-${format}`, `../ten.${format}`);
    const pairs = [];
    for (let run = -1; run < runs; run += 1) {
      const ours = await watch(process.execPath, [program, "assess", project]);
      const peer = await watch(process.execPath, [
        bare,
        path.join(folder, `ten.${format}`),
        slices.join(","),
      ]);
      if (run >= 0) pairs.push({ ours, peer });
    }
    const ratio = median(pairs.map(({ ours, peer }) => ours.seconds / peer.seconds));
    const [a, b] = ["ours", "peer"].map((name) => median(pairs.map((pair) => pair[name].seconds)));
    const most = median(pairs.map(({ ours }) => ours.megabytes));
    line(
      `assess ${rows} rows from ${format}`,
      `${ratio.toFixed(2)} x DuckDB's GROUP BY`,
      `limit 2; ${a.toFixed(2)} s against ${b.toFixed(2)} s`,
    );
    line("  memory of all its processes at once", `${most.toFixed(0)} MB`, "limit 500 MB");
  }
}

/** Five times the rows: time per row, and memory. */
async function growth() {
  await makeTable("ten", rows);
  await makeTable("fifty", 5 * rows);
  const small = makeProject("ten-parquet", "../ten.parquet");
  const large = makeProject("fifty-parquet", "../fifty.parquet");
  const pairs = [];
  for (let run = 0; run < Math.min(3, runs); run += 1)
    pairs.push([
      await watch(process.execPath, [program, "assess", small]),
      await watch(process.execPath, [program, "assess", large]),
    ]);
  const ratio = median(pairs.map(([a, b]) => b.seconds / a.seconds / 5));
  line(`${5 * rows} rows against five times ${rows}`, `${ratio.toFixed(2)} of linear`, "limit 1.2");
  const [a, b] = [0, 1].map((index) => median(pairs.map((pair) => pair[index].megabytes)));
  line("  memory", `${b.toFixed(0)} MB against ${a.toFixed(0)} MB`, "flat");
}

/** Three HTML documents from CSV against the bare numbers from pandas and scikit-learn. */
async function sklearn() {
  const python = ["/usr/bin/python3", "python3"].find(
    (name) => spawnSync(name, ["-c", "import sklearn, pandas"]).status === 0,
  );
  if (python === undefined) {
    console.log(
      "pandas and scikit-learn: not found (Debian: apt-get install python3-sklearn python3-pandas)",
    );
    return;
  }
  await makeTable("ten", rows);
  const project = makeProject("ten-csv", "../ten.csv");
  const out = path.join(folder, "out");
  const pairs = [];
  for (let run = 0; run < Math.min(3, runs); run += 1) {
    const ours = await watch(process.execPath, [
      program,
      "build",
      project,
      "--out",
      out,
      "--force",
      "--fail-on",
      "never",
    ]);
    const peer = await watch(python, [
      path.join(root, "bench/sklearn-peer.py"),
      path.join(folder, "ten.csv"),
      slices.join(","),
    ]);
    pairs.push({ ours, peer });
  }
  const ratio = median(pairs.map(({ ours, peer }) => peer.seconds / ours.seconds));
  const [a, b] = ["ours", "peer"].map((name) => median(pairs.map((pair) => pair[name].seconds)));
  line(
    `three HTML documents from ${rows} CSV rows`,
    `${ratio.toFixed(1)} x faster than pandas and scikit-learn`,
    `limit 8, aim 15; ${a.toFixed(1)} s against ${b.toFixed(1)} s`,
  );
  compare(JSON.parse(pairs[0].peer.text), project);
}

/** The digits of both: counts must agree exactly, the rest as far as bins of scores allow. */
function compare(found, project) {
  const { stdout } = spawnSync(process.execPath, [program, "assess", project], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const { estimates } = JSON.parse(stdout);
  const valueOf = (metric, slice) =>
    estimates.find((one) => one.metric === metric && one.slice === slice && one.facet === undefined);
  let wrong = 0;
  const worst = {};
  for (const [slice, { counts, ...numbers }] of Object.entries(found)) {
    const [tp, fn, fp, tn] = counts;
    const recall = valueOf("recall", slice);
    const alarms = valueOf("false-alarms", slice);
    if (
      recall.numerator !== tp ||
      recall.denominator !== tp + fn ||
      alarms.numerator !== fp ||
      alarms.denominator !== fp + tn
    )
      wrong += 1;
    for (const [metric, value] of Object.entries(numbers)) {
      const own = valueOf(metric, slice)?.value;
      if (own === undefined || own === null) continue;
      const kind = `${metric} ${slice === "all" ? "overall" : "of slices"}`;
      worst[kind] = Math.max(worst[kind] ?? 0, Math.abs(own - value));
    }
  }
  line("  slices whose counts differ", String(wrong), "limit 0");
  for (const [kind, difference] of Object.entries(worst))
    line(`  largest difference of ${kind}`, difference.toExponential(1), "");
}

/** A thousand draws of 46 tables of scores: with them less without them. */
async function draws() {
  await makeTable("small", 100_000);
  const without = makeProject("plain", "../small.csv");
  const drawn = makeProject("drawn", "../small.csv", "resample: 1000");
  const pairs = [];
  for (let run = 0; run < runs; run += 1)
    pairs.push([
      await watch(process.execPath, [program, "assess", without]),
      await watch(process.execPath, [program, "assess", drawn]),
    ]);
  const seconds = median(pairs.map(([a, b]) => b.seconds - a.seconds));
  line("1,000 draws of AP, ECE and net benefit over 46 tables", `${seconds.toFixed(2)} s`, "limit 2 s");
}

/** Time against the number of slice values, slice columns and subjects. */
async function curves() {
  const n = 200_000;
  const cases = [
    ...[50, 500, 5_000].map((values) => ({
      name: `${values} slice values`,
      values,
      columns: 1,
      subjects: 0,
    })),
    ...[6, 20, 60].map((columns) => ({ name: `${columns} slice columns`, values: 8, columns, subjects: 0 })),
    ...[1_000, 10_000, 100_000].map((subjects) => ({
      name: `${subjects} subjects`,
      values: 8,
      columns: 1,
      subjects,
    })),
  ];
  for (const { name, values, columns, subjects } of cases) {
    const file = `curve-${columns}-${values}-${subjects}`;
    const names = Array.from({ length: columns }, (_, index) => `g${index}`);
    await query(
      `copy (select cast(hash(i) % 5 = 0 as int) as label, round((hash(i * 7 + 1) % 10000) / 1e4, 4) as score, ${names.map((column, index) => `'v' || (hash(i * ${11 + index}) % ${values}) as ${column}`).join(", ")}${subjects > 0 ? `, 'p' || (hash(i * 3) % ${subjects}) as who` : ""} from range(${n}) t(i)) to '${path.join(folder, `${file}.csv`)}' (header)`,
    );
    const project = makeProject(file, `../${file}.csv`, subjects > 0 ? "subject: who" : "", names);
    const seen = [];
    for (let run = 0; run < 3; run += 1)
      seen.push(await watch(process.execPath, [program, "assess", project]));
    line(
      `${n} rows, ${name}`,
      `${median(seen.map(({ seconds }) => seconds)).toFixed(2)} s`,
      `${median(seen.map(({ megabytes }) => megabytes)).toFixed(0)} MB`,
    );
  }
}

async function query(sql) {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
}

/** A seeded table as CSV and Parquet: the same rows everywhere, four decimals of score. */
async function makeTable(name, n) {
  if (readdirSync(folder).includes(`${name}.csv`)) return;
  const pick = (letter, seed, count) => `'${letter}' || (hash(i * ${seed}) % ${count})`;
  const uniform = (seed) => `((hash(i * ${seed} + 1) % 1000000) / 1e6)`;
  const score = `case when hash(i) % 5 = 0 then 0.3 + 0.7 * ${uniform(7)} else 0.75 * ${uniform(13)} end`;
  const select = `select i as id, cast(hash(i) % 5 = 0 as int) as label, round(${score}, 4) as score, ${pick("s", 3, 2)} as sex, ${pick("a", 5, 5)} as age_band, ${pick("r", 11, 8)} as region, ${pick("d", 17, 4)} as device, ${pick("e", 19, 6)} as ethnicity, ${pick("t", 23, 20)} as site from range(${n}) t(i)`;
  if (n <= 2 * rows) await query(`copy (${select}) to '${path.join(folder, `${name}.csv`)}' (header)`);
  await query(
    `copy (${select}) to '${path.join(folder, `${name}.parquet`)}' (format parquet, compression zstd)`,
  );
}

/** A project beside the tables; the table is moved in by a link to the same bytes. */
function makeProject(name, table, more = "", columns = slices) {
  const target = path.join(folder, `project-${name}`);
  mkdirSync(target, { recursive: true });
  const file = path.basename(table);
  spawnSync("ln", ["-f", path.join(folder, file), path.join(target, file)]);
  writeFileSync(
    path.join(target, "forthright.yaml"),
    `schema: 1
model: {name: Large ${name}, version: "1"}
words: {case: customer / customers, positive: leaver / leavers, negative: stayer / stayers, flagged: called, missed: not called}
deployment: {threshold: 0.5, base_rate: 0.12}
costs: {currency: EUR, miss: 30, false_alarm: 4}
evaluations:
  - {id: rows, data: ${file}, label: label, positive: 1, score: score, slices: [${columns.join(", ")}], kind: held-out${more === "" ? "" : `, ${more}`}}
documents:
  - {kind: briefing}
  - {kind: limitation-portfolio, audience: internal}
  - {kind: model-card}
`,
  );
  return target;
}

/** Runs a command; seconds, and the most memory its processes held together, seen every 20 ms. */
function watch(command, args) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
    let most = 0;
    const text = [];
    const faults = [];
    const timer = setInterval(() => {
      most = Math.max(most, residentOf(child.pid));
    }, 20);
    child.stdout.on("data", (chunk) => text.push(chunk));
    child.stderr.on("data", (chunk) => faults.push(chunk));
    child.on("close", (code) => {
      clearInterval(timer);
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      if (code !== 0)
        reject(new Error(`${command} ${args.join(" ")} ended with ${code}: ${Buffer.concat(faults)}`));
      else resolve({ seconds, megabytes: most / 1e6, text: Buffer.concat(text).toString("utf8") });
    });
  });
}

/** Resident bytes of a process and its children; a process that is gone holds nothing. */
function residentOf(pid) {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
    return (
      pages * 4096 +
      children
        .split(" ")
        .filter(Boolean)
        .reduce((sum, child) => sum + residentOf(child), 0)
    );
  } catch {
    return 0;
  }
}

function line(what, figure, note) {
  console.log(`${what}: ${figure}${note === "" ? "" : ` (${note})`}`);
}
