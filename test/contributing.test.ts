import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

/* CONTRIBUTING.md is done once, to the letter, in a copy of the repository. */

const root = fileURLToPath(new URL("..", import.meta.url));
const copy = mkdtempSync(path.join(tmpdir(), "forthright-test-"));
const additions = blocks(readFileSync(path.join(root, "CONTRIBUTING.md"), "utf8"));
const note = "notes/size-sheet/remarks.md";
const project = path.join(copy, "examples/churn-new-segment");

beforeAll(() => {
  for (const name of ["src", "templates", "scripts", "examples", "package.json", "tsconfig.json"])
    cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
  cpSync(path.join(root, "tsconfig.types.json"), path.join(copy, "tsconfig.types.json"));
  symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"));
  for (const { how, file, text } of additions) {
    const target = path.join(copy, file);
    if (how === "append") appendFileSync(target, text);
    else {
      writeFileSync(target, text);
      if (file.startsWith("src/")) register(target);
    }
  }
  mkdirSync(path.join(project, "notes/size-sheet"));
  writeFileSync(path.join(project, note), "The the fibre customers leave.\n");
  const plan = path.join(project, "forthright.yaml");
  writeFileSync(
    plan,
    readFileSync(plan, "utf8").replace(/^documents:\n/m, "documents:\n  - kind: size-sheet\n"),
  );
  run("scripts/build.mjs"); // Checks the types of src too.
});
afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

describe("CONTRIBUTING.md", () => {
  it("leads to a README for each thing one can add", () => {
    const page = readFileSync(path.join(root, "CONTRIBUTING.md"), "utf8");
    const rows = [...page.matchAll(/^\| (an? .+?) \|.*\]\((\S+README\.md)\) \|$/gm)];
    expect(rows.map(([, what]) => what)).toEqual(expect.arrayContaining(["an engine", "a kind of evidence"]));
    expect(rows.filter(([, , file = ""]) => !existsSync(path.join(root, file)))).toEqual([]);
  });
  it("shows a metric, a rule, a chart and a document kind", () => {
    const files = additions.filter(({ how }) => how === "file").map(({ file }) => path.dirname(file));
    expect(files).toEqual(["src/metrics", "src/check/rules", "src/charts", "templates/documents"]);
  });
  it("shows a document kind with a metric and a chart that a reader sees", () => {
    run("dist/cli.js", "build", project, "--out", copy, "--document", "size-sheet", "--format", "html,md");
    const page = readFileSync(path.join(copy, "churn-score/size-sheet.md"), "utf8");
    const { missed, unflagged } = countRows();
    expect(page).toContain(`Of ${thousands(unflagged)} cases not flagged, ${missed} were positive`);
    expect(page).toMatch(/The smallest group, .+, rests on \d+ customers/);
    const html = readFileSync(path.join(copy, "churn-score/size-sheet.html"), "utf8");
    expect(/<figure class="chart[^>]*>[\s\S]*The smallest group[\s\S]*<svg/.test(html)).toBe(true);
  });
  it("shows a rule that speaks at the author's line", () => {
    const { messages } = JSON.parse(
      run("dist/cli.js", "check", project, "--document", "size-sheet", "--fail-on", "never", "--json"),
    ) as { messages: { code: string; place?: { file: string; line?: number } }[] };
    expect(messages.filter(({ code }) => code === "doubled-word").map(({ place }) => place)).toEqual([
      expect.objectContaining({ file: note, line: 1 }),
    ]);
  });
});

function run(program: string, ...more: readonly string[]): string {
  return execFileSync(process.execPath, [path.join(copy, program), ...more], {
    cwd: copy,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** The import and the name that the page asks for: at the end of the first list in `all.ts`. */
function register(file: string): void {
  const all = path.join(path.dirname(file), "all.ts");
  const id = path.basename(file, ".ts");
  const name = id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const before = readFileSync(all, "utf8");
  const after = `import { ${name} } from "./${id}.js";\n${before.replace(/\n\];\n/, `\n  ${name},\n];\n`)}`;
  if (!after.includes(`  ${name},\n];`)) throw new Error(`${all} has no list`);
  writeFileSync(all, after);
}

function blocks(page: string) {
  return [...page.matchAll(/^```\w+ (file|append)=(\S+)\n([\s\S]*?)^```$/gm)].map(
    ([, how, file = "", text = ""]) => ({ how, file, text }),
  );
}

function thousands(count: number): string {
  return String(count).replace(/(?=(\d{3})+$)(?!^)/g, ",");
}

/** Those not flagged, counted without Forthright. */
function countRows() {
  const [head = "", ...rows] = readFileSync(path.join(project, "data/customers.csv"), "utf8")
    .trim()
    .split("\n");
  const columns = head.split(",").map((name) => name.trim());
  const cells = rows.map((row) => row.split(","));
  const left = cells.filter((row) => Number(row[columns.indexOf("p_churn")]) < 0.3);
  return {
    unflagged: left.length,
    missed: left.filter((row) => row[columns.indexOf("churned")] === "1").length,
  };
}
