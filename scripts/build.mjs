// Bundles src/ into dist/: one small entry per program, shared chunks beside them. Natives stay outside.
import { createHash } from "node:crypto";
import { readFile, rm, writeFile, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { execFileSync } from "node:child_process";
import * as esbuild from "esbuild";
import Handlebars from "handlebars";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.join(root, "dist");
process.chdir(root);
await rm(dist, { recursive: true, force: true });

const result = await esbuild.build({
  entryPoints: {
    cli: "src/cli/main.ts",
    index: "src/index.ts",
    "build-thread": "src/cli/build-thread.ts",
    "evidence-reader": "src/workers/evidence-reader.ts",
    "chart-drawer": "src/workers/chart-drawer.ts",
    "note-parser": "src/workers/note-parser.ts",
    "text-linter": "src/workers/text-linter.ts",
    "score-resampler": "src/workers/score-resampler.ts",
  },
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
  external: [
    "@duckdb/node-bindings",
    "puppeteer-core",
    "@puppeteer/browsers",
    "@cantoo/pdf-lib",
    "pg-native", // An optional part of pg that is never asked for.
  ],
  banner: {
    js: 'import { createRequire as __require } from "node:module"; const require = __require(import.meta.url);',
  },
});

await writeLicences(result.metafile);
// What runs in the reader's browser, as one script without imports: it is written into pages that have sliders.
await esbuild.build({
  entryPoints: { sliders: "src/browser/main.ts", "sliders-board": "src/browser/main-board.ts" },
  outdir: "dist",
  bundle: true,
  format: "iife",
  platform: "browser",
  target: ["chrome109", "firefox115", "safari16.4"],
  minify: true,
  legalComments: "none",
  logLevel: "warning",
});
const { loadMaterials, planJsonSchema } = await import(pathToFileURL(path.join(dist, "index.js")).href);
await writeFile(path.join(dist, "forthright.schema.json"), `${JSON.stringify(planJsonSchema(), null, 2)}\n`);
// Our own phrases and templates, read once here, so that no run has to.
for (const lang of await readdir("templates/phrases")) {
  const materials = await loadMaterials(null, lang);
  const styles = await shortened(materials.styles);
  await writeFile(path.join(dist, `materials.${lang}.json`), JSON.stringify({ ...materials, styles }));
}
await compareLanguages();
await writeTemplates();
if (!process.argv.includes("--no-types")) {
  execFileSync(
    process.execPath,
    [path.join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.types.json"],
    { stdio: "inherit" },
  );
}
await writeFile(path.join(dist, "build-id"), `${await digestOf(dist)}\n`);

/** Style sheets without comments and spaces: every page carries them. Nothing is left out or made for older browsers. */
async function shortened(styles) {
  const sheets = await Promise.all(
    Object.entries(styles).map(async ([name, css]) => {
      const { code } = await esbuild.transform(css, { loader: "css", minify: true, target: "esnext" });
      return [name, code.trim()];
    }),
  );
  return Object.fromEntries(sheets);
}

/** A phrase that a language lacks would be a gap in its documents: the build ends here. */
async function compareLanguages() {
  const { catalogueDifferences } = await sourceModule("src/phrasing/catalogue-differences.ts");
  const original = await loadMaterials(null, "en");
  const found = [];
  for (const lang of await readdir("templates/phrases")) {
    const { phrases } = await loadMaterials(null, lang);
    found.push(...catalogueDifferences(original.phrases, phrases, lang));
  }
  if (found.length > 0) throw new Error(`Languages differ:\n${found.join("\n")}`);
}

/** What a file of src/ exports, for this build alone. */
async function sourceModule(source) {
  const file = path.join(dist, `${path.basename(source, ".ts")}-build.js`);
  await esbuild.build({
    entryPoints: [source],
    outfile: file,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    logLevel: "warning",
  });
  const module = await import(pathToFileURL(file).href);
  await rm(file);
  return module;
}

/** Our own templates, compiled, so that no run has to; `src/templates.ts` says how. */
async function writeTemplates() {
  const { templateKey, templateOptions, templatesOf } = await sourceModule("src/templates.ts");
  const written = new Map();
  for (const lang of await readdir("templates/phrases")) {
    for (const { use, source } of templatesOf(await loadMaterials(null, lang)))
      written.set(templateKey(use, source), Handlebars.precompile(source, templateOptions[use]));
  }
  const entries = [...written].map(([key, code]) => `${JSON.stringify(key)}: ${code}`);
  await writeFile(path.join(dist, "templates.js"), `export default {\n${entries.join(",\n")}\n};\n`);
}

/** The bundled packages with their versions and licence texts: what NOTICE promises. */
async function writeLicences(metafile) {
  const folders = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match) folders.add(match[1]);
  }
  const sections = [];
  for (const folder of [...folders].sort()) {
    const manifest = JSON.parse(await readFile(path.join(root, folder, "package.json"), "utf8"));
    const files = await readdir(path.join(root, folder));
    const licence = files.find((name) => /^licen[cs]e/i.test(name));
    const text = licence
      ? (await readFile(path.join(root, folder, licence), "utf8")).trim()
      : `Licence: ${manifest.license}`;
    sections.push(`${manifest.name} ${manifest.version} (${manifest.license})\n\n${text}`);
  }
  await writeFile(
    path.join(dist, "THIRD-PARTY-LICENCES.txt"),
    `${sections.join(`\n\n${"-".repeat(72)}\n\n`)}\n`,
  );
}

/** One digest over every program file, so that a changed build is noticed by the check for changed inputs. */
async function digestOf(folder) {
  const hash = createHash("sha256");
  for (const name of (await readdir(folder)).filter((file) => /\.js$|^materials/.test(file)).sort()) {
    hash.update(name).update(await readFile(path.join(folder, name)));
  }
  return hash.digest("hex").slice(0, 16);
}
