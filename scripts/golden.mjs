// Writes what is committed of out/ anew from examples/. Run `npm run golden`, read the diff, commit it.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { exampleNames, examplesIndex } from "./examples-index.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const fresh = mkdtempSync(path.join(tmpdir(), "forthright-golden-"));
/** What is committed: HTML and PDF stay out of the repository. */
const committed = (name) =>
  name === "charts" ||
  name === "assessment.json" ||
  name.endsWith(".md") ||
  /^messages(\.\w+)?\.txt$/.test(name);
/** Told in another language too, beside the English documents: `briefing.de.md`. */
const translated = [{ example: "credit-pd", lang: "de" }];

try {
  const projects = exampleNames().map((name) => path.join(root, "examples", name));
  const program = path.join(root, "dist/cli.js");
  execFileSync(
    process.execPath,
    [program, "build", ...projects, "--out", fresh, "--format", "html,md,json", "--quiet"],
    { stdio: "inherit" },
  );
  for (const { example, lang } of translated) {
    execFileSync(
      process.execPath,
      [
        program,
        "build",
        path.join(root, "examples", example),
        "--lang",
        lang,
        "--out",
        fresh,
        "--format",
        "html,md",
        "--quiet",
      ],
      { stdio: "inherit" },
    );
  }
  for (const slug of foldersIn(fresh)) {
    for (const name of readdirSync(path.join(fresh, slug)).filter(committed)) {
      const target = path.join(root, "out", slug, name);
      rmSync(target, { recursive: true, force: true });
      cpSync(path.join(fresh, slug, name), target, { recursive: true });
    }
  }
  writeFileSync(path.join(root, "examples/README.md"), examplesIndex());
} finally {
  rmSync(fresh, { recursive: true, force: true });
}

function foldersIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name);
}
