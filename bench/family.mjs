// All kinds of documents of all examples by one process, as HTML and as PDF. Run: npm run bench:family
import { spawn } from "node:child_process";
import { clearInterval, setInterval } from "node:timers";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { loopSeconds, treeUse } from "./machine.mjs";
import { writeProjects } from "./make-projects.mjs";
import { median } from "./measure.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const program = path.join(root, "dist/cli.js");
const runs = Number(process.env.BENCH_RUNS ?? 5);
const folder = mkdtempSync(path.join(tmpdir(), "forthright-bench-"));
const limit = { pdfsPerSecond: 10 };

try {
  const examples = readdirSync(path.join(root, "examples"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(root, "examples", entry.name));
  const build = (formats) => [program, "build", ...examples, "--out", folder, "--format", formats, "--force", "--fail-on", "never"]; // prettier-ignore
  await timed(build("html,md")); // Uncounted: files and programs come from the disk.
  const files = readdirSync(folder, { recursive: true }).map((name) => path.join(folder, name));
  const documents = files.filter((name) => name.endsWith(".md"));
  const bare = [fileURLToPath(new URL("bare-markdown.mjs", import.meta.url)), ...documents];

  // Enough to print that the start of the browser is a small part.
  const models = writeProjects(path.join(folder, "models"), 40);
  const print = (formats) => [program, "build", ...models, "--out", path.join(folder, "printed"), "--format", formats, "--force", "--fail-on", "never"]; // prettier-ignore
  const times = { html: [], bare: [], pages: [], pdf: [] };
  const loop = loopSeconds();
  for (let run = 0; run < runs; run += 1) {
    times.html.push(await timed(build("html")));
    times.pages.push(await timed(print("html")));
    times.pdf.push(await timed(print("pdf")));
    times.bare.push(await timed(bare));
  }
  const of = (name, what) => median(times[name].map((time) => time[what]));
  const ratio = median(times.html.map(({ seconds }, run) => seconds / times.bare[run].seconds));
  const prints = models.length * 3;
  const perPdf = median(times.pdf.map((time, run) => time.processor - times.pages[run].processor)) / prints;
  const clock = median(times.pdf.map((time, run) => time.seconds - times.pages[run].seconds));
  line(`${documents.length} documents of ${examples.length} examples to HTML, program start included`, `${of("html", "seconds").toFixed(2)} s, ${(documents.length / of("html", "seconds")).toFixed(1)} a second`, true); // prettier-ignore
  line("beside a bare conversion of the same Markdown (remark, sanitise, Handlebars)", `${ratio.toFixed(1)} times its ${of("bare", "seconds").toFixed(2)} s`, true); // prettier-ignore
  line(`PDFs a second, ${prints} of them, by processor time on two cores`, `${(2 / perPdf).toFixed(1)} (limit ${limit.pdfsPerSecond}); ${(perPdf * 1000).toFixed(0)} ms of processor time each`, 2 / perPdf >= limit.pdfsPerSecond); // prettier-ignore
  line(
    "PDFs a second, by the clock, beyond the time of the pages",
    (prints / Math.max(0.001, clock)).toFixed(1),
    true,
  );
  line("calibration loop of the same run", `${loop.toFixed(2)} s`, true);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Seconds by the clock, and processor seconds of a program with all it starts, looked at until it ends. */
async function timed(args) {
  const start = process.hrtime.bigint();
  const child = spawn(process.execPath, args, { stdio: "ignore", cwd: folder });
  let processor = 0;
  const look = setInterval(() => {
    processor = Math.max(processor, treeUse(child.pid).seconds);
  }, 50);
  const code = await new Promise((resolve) => child.once("close", resolve));
  clearInterval(look);
  if (code > 1) throw new Error(`${args.slice(0, 3).join(" ")} ended with ${code}`);
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9, processor };
}

function line(what, figure, holds) {
  console.log(`${holds ? "ok    " : "MISSED"}  ${what}: ${figure}`);
  if (!holds) process.exitCode = 1;
}
