// Tests against real database servers: `npm run test:servers`.
// Installs the servers from Debian's packages where it may; tests of a server that is missing are skipped, and counted.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const onPath = (name) => spawnSync("sh", ["-c", `command -v ${name}`], { stdio: "ignore" }).status === 0;
const debian = "/usr/lib/postgresql";
const releases = existsSync(debian) ? readdirSync(debian) : [];
const hasPostgres =
  releases.some((release) => existsSync(path.join(debian, release, "bin/initdb"))) || onPath("initdb");
const missing = [
  ...(hasPostgres ? [] : ["postgresql", "postgresql-client"]),
  ...(existsSync("/usr/sbin/clickhouse-server") || onPath("clickhouse-server") ? [] : ["clickhouse-server"]),
  ...(onPath("clickhouse-client") ? [] : ["clickhouse-client"]),
];

if (missing.length > 0) install(missing);
const tests = spawnSync(
  process.execPath,
  [path.join(root, "node_modules/vitest/vitest.mjs"), "run", "--config", "vitest.servers.config.ts"],
  { cwd: root, stdio: "inherit" },
);
process.exitCode = tests.status ?? 1;

function install(packages) {
  if (process.getuid?.() !== 0 || !onPath("apt-get")) {
    console.error(`Not installed: ${packages.join(", ")}. As root: apt-get install ${packages.join(" ")}`);
    return;
  }
  // At run level 1 nothing is started: the tests start their own servers, on ports of their own.
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  const apt = (...args) =>
    spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] }).status === 0;
  const wanted = ["install", "--yes", "--no-install-recommends", ...packages];
  if (!apt(...wanted) && !(apt("update", "--quiet") && apt(...wanted)))
    console.error(`apt-get could not install ${packages.join(", ")}.`);
}
