// Tables on servers beside the same queries by the servers' own clients. Run: npm run bench:servers
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import { writeTable } from "./make-table.mjs";
import { inTurn } from "./measure.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const program = path.join(root, "dist/cli.js");
const rows = Number(process.env.BENCH_ROWS ?? 10_000_000);
const runs = Number(process.env.BENCH_RUNS ?? 5);
const [only] = process.argv.slice(2); // postgres or clickhouse
const folder = mkdtempSync(path.join(tmpdir(), "forthright-bench-"));
const running = [];
let [told, missed] = [0, 0];

const columns = ["sex", "age_band", "region", "device", "plan", "site"];
const table = "evals.predictions";

try {
  const { findClickhouse, findPostgres, startClickhouse, startPostgres } = await servers();
  const csv = path.join(folder, "rows.csv");
  writeTable(csv, rows);
  chmodSync(folder, 0o755);
  const postgres = findPostgres();
  if (postgres === null) console.log("PostgreSQL is not installed: its figures are left out");
  else if (only === undefined || only === "postgres") await benchPostgres(postgres, startPostgres, csv);
  await stopAll();
  const clickhouse = findClickhouse();
  if (clickhouse === null) console.log("ClickHouse is not installed: its figures are left out");
  else if (only === undefined || only === "clickhouse")
    await benchClickhouse(clickhouse, startClickhouse, csv);
} finally {
  await stopAll();
  rmSync(folder, { recursive: true, force: true });
}
console.log(
  `\n${told - missed} of ${told} within their limits (${rows} rows, six slice columns, node ${process.versions.node}, medians of ${runs} runs, ratio taken run by run)`,
);
process.exitCode = missed === 0 ? 0 : 1;

async function benchPostgres({ client, ...programs }, start, csv) {
  const one = await start({ client, ...programs }, ["shared_buffers=1GB"]);
  running.push(one);
  const psql = (url, sql, input) =>
    run("sh", ["-c", `${client} --quiet --no-psqlrc --dbname "$URL" --command "$SQL" ${input ?? ""}`], {
      URL: url,
      SQL: sql,
    });
  const create = `create schema evals; create table ${table} (id integer, label smallint, score double precision, ${columns.map((name) => `${name} text`).join(", ")})`;
  psql(one.url, create);
  psql(one.url, `copy ${table} from stdin (format csv, header true)`, `< ${csv}`);
  psql(one.url, `vacuum analyze ${table}`);
  const shards = [];
  for (const part of [0, 1, 2]) {
    const shard = await start({ client, ...programs }, ["shared_buffers=400MB"]);
    running.push(shard);
    shards.push(shard);
    psql(shard.url, create);
    run(
      "sh",
      [
        "-c",
        `${client} --quiet --dbname "$ONE" --command "copy (select * from ${table} where id % 3 = ${part}) to stdout" | ${client} --quiet --dbname "$SHARD" --command "copy ${table} from stdin"`,
      ],
      { ONE: one.url, SHARD: shard.url },
    );
    psql(shard.url, `vacuum analyze ${table}`);
  }
  const ours = assess("postgres", [one.url]);
  const queries = queriesOf(ours);
  const peer = {
    command: client,
    args: ["--quiet", "--no-psqlrc", "--dbname", one.url, "--file", queries, "--output", "/dev/null"],
  };
  report("one PostgreSQL server", "the same queries by psql", inTurn(ours, peer, runs), 1.3);
  const spread = assess(
    "postgres",
    shards.map(({ url }) => url),
  );
  report("three PostgreSQL shards", "one server", inTurn(spread, ours, runs), 1);
}

async function benchClickhouse({ client, server }, start, csv) {
  const cluster = await start({ client, server }, 3);
  running.push(cluster);
  const [one] = cluster.servers;
  const args = ({ tcpPort, user, password }) => [
    "--host",
    "127.0.0.1",
    "--port",
    String(tcpPort),
    "--user",
    user,
    "--password",
    password,
  ];
  const ask = (where, sql) => run(client, [...args(where), "--query", sql]);
  const typed = `id UInt32, label UInt8, score Float64, ${columns.map((name) => `${name} String`).join(", ")}`;
  for (const where of cluster.servers) {
    ask(where, "create database evals");
    ask(where, `create table evals.part (${typed}) engine = MergeTree order by id`);
  }
  ask(one, `create table ${table} (${typed}) engine = MergeTree order by id`);
  run("sh", [
    "-c",
    `${client} ${args(one)
      .map((word) => `'${word}'`)
      .join(" ")} --query "insert into ${table} format CSVWithNames" < ${csv}`,
  ]);
  ask(one, `create table evals.spread (${typed}) engine = Distributed(evidence, evals, part, id)`);
  run(client, [
    ...args(one),
    "--insert_distributed_sync",
    "1",
    "--query",
    `insert into evals.spread select * from ${table}`,
  ]);
  const ours = assess("clickhouse", [one.url]);
  const queries = queriesOf(ours);
  const peer = {
    command: "sh",
    args: [
      "-c",
      `${client} ${args(one)
        .map((word) => `'${word}'`)
        .join(" ")} --multiquery --format TabSeparated < ${queries} > /dev/null`,
    ],
  };
  report("one ClickHouse server", "the same queries by clickhouse-client", inTurn(ours, peer, runs), 1.3);
  const spread = assess("clickhouse", [one.url], "evals.spread");
  report("a ClickHouse Distributed table of three", "one server", inTurn(spread, ours, runs), 1);
}

/** The whole program on a project whose rows are in a table. */
function assess(engine, addresses, name = table) {
  const project = path.join(folder, `${engine}-${addresses.length}-${name}`);
  mkdirSync(project);
  writeFileSync(
    path.join(project, "forthright.yaml"),
    `schema: 1
model: {name: Bench model, version: "1"}
deployment: {threshold: 0.5, base_rate: 0.12}
evaluations:
  - {id: rows, data: {engine: ${engine}, table: ${name}}, label: label, positive: 1, score: score, slices: [${columns.join(", ")}], kind: held-out}
`,
  );
  const variable = engine === "postgres" ? "FORTHRIGHT_POSTGRES_URL" : "FORTHRIGHT_CLICKHOUSE_URL";
  return {
    command: process.execPath,
    args: [program, "assess", project],
    env: { ...process.env, [variable]: addresses.join(",") },
  };
}

/** A file with the statements that the program sent, as its Assessment has them. */
function queriesOf({ command, args, env }) {
  const { sources, estimates } = JSON.parse(
    execFileSync(command, args, { env, maxBuffer: 2 ** 30 }).toString("utf8"),
  );
  if (sources[0].rows !== rows || estimates.length < 100)
    throw new Error("The table was not counted as a whole");
  const file = path.join(folder, `${sources[0].engine}.sql`);
  writeFileSync(file, `${sources[0].query};\n`);
  return file;
}

function report(what, peer, { a, b, ratio }, limit) {
  told += 1;
  const holds = ratio <= limit;
  if (!holds) missed += 1;
  console.log(
    `${holds ? "ok    " : "MISSED"}  ${what}: ${ratio.toFixed(2)} x ${peer} (limit ${limit} x; ${a.toFixed(1)} s against ${b.toFixed(1)} s)`,
  );
}

function run(command, args, env = {}) {
  const { status, stderr } = spawnSync(command, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
}

async function stopAll() {
  await Promise.all(running.splice(0).map((server) => server.stop()));
}

/** The tests' own way to start servers. */
async function servers() {
  const file = path.join(folder, "servers.mjs");
  await esbuild.build({
    stdin: {
      contents: ["find-programs", "start-postgres", "start-clickhouse"]
        .map((name) => `export * from "./${name}.ts";`)
        .join("\n"),
      resolveDir: path.join(root, "test/servers"),
    },
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    external: ["pg-native"],
    banner: {
      js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
    },
    logLevel: "warning",
  });
  return import(pathToFileURL(file).href);
}
