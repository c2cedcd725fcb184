// Writes the whole vocabulary of charts on one page per example: `node scripts/chart-sheet.mjs <folder>`.
// A chart that an example does not carry says why. Look at it on a phone, in the dark, on paper and in grey.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const program = path.join(root, "dist/cli.js");
const [out = "chart-sheet", audience = "internal", lang = "en"] = process.argv.slice(2);

const charts = JSON.parse(
  execFileSync(process.execPath, [program, "list", "charts", "--json"], { encoding: "utf8" }),
);
const template = [
  "---",
  "kind: chart-sheet",
  "title: Charts",
  "summary: every chart that this evidence carries, and why the others are missing",
  "audience: internal",
  "slots: []",
  "---",
  "::masthead",
  "",
  ...charts.flatMap(({ id }) => [`## ${id}`, "", `::chart{id="${id}"}`, ""]),
].join("\n");

const work = mkdtempSync(path.join(tmpdir(), "forthright-charts-"));
try {
  for (const name of readdirSync(path.join(root, "examples"))) {
    const project = path.join(work, name);
    cpSync(path.join(root, "examples", name), project, { recursive: true });
    mkdirSync(path.join(project, "templates/documents"), { recursive: true });
    writeFileSync(path.join(project, "templates/documents/chart-sheet.md.hbs"), template);
    const plan = path.join(project, "forthright.yaml");
    const text = readFileSync(plan, "utf8").replace(
      /^documents:$/m,
      "documents:\n  - {kind: chart-sheet, status: draft}",
    );
    writeFileSync(plan, text);
    const choice = ["--document", "chart-sheet", "--audience", audience, "--lang", lang];
    const target = [
      "--out",
      path.resolve(out),
      "--format",
      "html",
      "--force",
      "--quiet",
      "--fail-on",
      "never",
    ];
    execFileSync(process.execPath, [program, "build", project, ...choice, ...target], { stdio: "ignore" });
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
