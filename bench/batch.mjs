// 1,000 small models of three documents each, built by one process. Run: npm run bench:batch [models]
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { loopSeconds, treeUse } from "./machine.mjs";
import { writeProjects } from "./make-projects.mjs";
import { median } from "./measure.mjs";

const program = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), "dist/cli.js");
const models = Number(process.argv[2] ?? 1_000);
const limit = { secondsPerThousand: 60, growth: 1.15 };
const window = Math.min(100, Math.floor(models / 4));
const folder = mkdtempSync(path.join(tmpdir(), "forthright-bench-"));

try {
  const projects = writeProjects(path.join(folder, "projects"), models);
  const loops = [loopSeconds()];
  const { seconds, processor, memory } = await build(projects);
  loops.push(loopSeconds());

  const perThousand = (seconds / models) * 1_000;
  const first = median(memory.slice(warmUp(), warmUp() + window));
  const last = median(memory.slice(-window));
  const loop = median(loops);
  line(`${models} models, three documents each`, `${seconds.toFixed(1)} s; ${perThousand.toFixed(1)} s per 1,000 (limit ${limit.secondsPerThousand} on two idle cores)`, perThousand <= limit.secondsPerThousand); // prettier-ignore
  line("documents per second", ((models * 3) / seconds).toFixed(1), true);
  line("the same in processor time", `${((processor / models) * 1_000).toFixed(1)} s per 1,000 over all cores (limit ${limit.secondsPerThousand * 2})`, processor / models <= (limit.secondsPerThousand * 2) / 1_000); // prettier-ignore
  line("beside the calibration loop", `${(perThousand / loop).toFixed(1)} times its ${loop.toFixed(2)} s per 1,000 models`, true); // prettier-ignore
  line(`memory of all processes, last ${window} against models ${warmUp() + 1} to ${warmUp() + window}`, `${megabytes(last)} against ${megabytes(first)} MB (limit ${limit.growth} times)`, last <= first * limit.growth); // prettier-ignore
  const made = readdirSync(path.join(folder, "out")).filter((name) => name.startsWith("model-"));
  if (made.length !== models) throw new Error(`${made.length} models were built, expected ${models}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Threads load the program and the heap grows to its working size over the first models. */
function warmUp() {
  return Math.min(50, Math.floor(models / 8));
}

/** Builds them and looks at the memory of the program and all its children after each. */
async function build(projects) {
  const start = process.hrtime.bigint();
  const args = [program, "build", ...projects, "--out", path.join(folder, "out"), "--fail-on", "never"];
  const child = spawn(process.execPath, [...args, "--force"], { stdio: ["ignore", "ignore", "pipe"] });
  const memory = [];
  let processor = 0;
  for await (const text of createInterface({ input: child.stderr })) {
    if (!/: \d of \d documents in /.test(text)) continue;
    const use = treeUse(child.pid);
    memory.push(use.bytes);
    processor = Math.max(processor, use.seconds);
  }
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (memory.length !== projects.length) throw new Error(`${memory.length} of ${projects.length} were built`);
  return { seconds, processor, memory };
}

function megabytes(bytes) {
  return (bytes / 1e6).toFixed(0);
}

function line(what, figure, holds) {
  console.log(`${holds ? "ok    " : "MISSED"}  ${what}: ${figure}`);
  if (!holds) process.exitCode = 1;
}
