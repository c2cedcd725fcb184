// How often the finders speak falsely, and how often they find what was planted. Run: node bench/finders.mjs [reports]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const reports = Number(process.argv[2] ?? 200);
const folder = mkdtempSync(path.join(tmpdir(), "forthright-finders-"));
try {
  const outfile = path.join(folder, "finder-rates.mjs");
  await build({
    entryPoints: [path.join(root, "test/find/finder-rates.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    external: ["@duckdb/*"],
    outfile,
    logLevel: "error",
  });
  const { rateOf, trials } = await import(pathToFileURL(outfile).href);
  console.log(`| of ${reports} simulated reports | share |\n| --- | ---: |`);
  for (const trial of trials) {
    const rate = await rateOf(trial, reports);
    console.log(`| ${trial.name} | ${rate.toFixed(3)} |`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
