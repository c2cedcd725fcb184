import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";

import { backlogOf } from "../../src/compose/backlog.js";
import { backlogColumns, backlogCsv } from "../../src/export/backlog-csv.js";
import { backlogMarkdown } from "../../src/export/backlog-markdown.js";
import { loadMaterials } from "../../src/load/load-materials.js";
import type { Assessment } from "../../src/model/assessment.js";
import type { Backlog } from "../../src/model/backlog.js";
import type { Audience } from "../../src/model/plan.js";
import { packageFile } from "../../src/package-file.js";
import { assess, editionOf } from "../../src/pipeline.js";
import { planFile, withProject, type ProjectFiles } from "../measure/project-folder.js";

async function backlog(
  assessment: Assessment,
  audience: Audience = "internal",
  lang = "en",
): Promise<Backlog> {
  const materials = await loadMaterials(null, lang);
  return backlogOf(editionOf(assessment, audience), { lang, materials, audience });
}

async function assessed(files: ProjectFiles): Promise<Assessment> {
  return withProject(files, async (root) => (await assess(root)).assessment);
}

/** Reads CSV with DuckDB, which shares no line with our writer. */
async function readWithDuckDb(csv: string): Promise<Record<string, string>[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "forthright-test-"));
  try {
    const file = path.join(folder, "backlog.csv");
    await writeFile(file, csv);
    const connection = await (await DuckDBInstance.create()).connect();
    const options = `header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', nullstr = '\\N', strict_mode = true`;
    const reader = await connection.runAndReadAll(`SELECT * FROM read_csv('${file}', ${options})`);
    return reader.getRowObjectsJson() as Record<string, string>[];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const { assessment: checks } = await assess(packageFile("examples/document-check"));
const { assessment: churn } = await assess(packageFile("examples/churn-new-segment"));

describe("the backlog", () => {
  it("holds every criterion that does not pass, every open limitation and every question, each with its id", async () => {
    const { items } = await backlog(checks);
    const traced = new Map(items.map(({ trace, kind }) => [`${kind} ${trace}`, true]));
    for (const { id, verdict } of checks.criteria)
      expect(traced.has(`criterion ${id}`), id).toBe(verdict !== "pass");
    for (const { id } of checks.limitations) expect(traced.has(`limitation ${id}`), id).toBe(true);
    const gaps = checks.findings.filter(({ gap, rule }) => gap && rule !== "criteria-not-met");
    expect(gaps.length).toBeGreaterThan(0);
    for (const { id } of gaps) expect(traced.has(`unknown ${id}`), id).toBe(true);
    expect(traced.size).toBe(items.length);
    expect(
      items.filter(({ trace, title, why, acceptance, harm }) =>
        [trace, title, why, acceptance, harm].includes(""),
      ),
    ).toEqual([]);
    expect(items.map(({ order }) => order)).toEqual(items.map((_, index) => index + 1));
  });
  it("puts criteria that failed first, then what is grave, then the register in its order", async () => {
    const kinds = (await backlog(churn)).items.map(({ kind, trace }) => [kind, trace]);
    const failed = churn.criteria.filter(({ verdict }) => verdict === "fail").map(({ id }) => id);
    expect(kinds.slice(0, failed.length)).toEqual(failed.map((id) => ["criterion", id]));
    const register = (await backlog(checks)).items
      .filter(({ kind }) => kind === "limitation")
      .map(({ trace }) => trace);
    const escalated = checks.limitations.filter(({ risk }) => risk?.escalated).map(({ id }) => id);
    expect(register.slice(0, escalated.length)).toEqual(escalated);
  });
  it("tells why in counts, and the test with how many cases would close it", async () => {
    const { items } = await backlog(churn);
    const [first] = items;
    expect(first).toMatchObject({ kind: "criterion", owner: "Head of Retention" });
    expect(first?.why).toContain("Agreed: at least 40 of 100. Seen: 20 of 100.");
    expect(first?.acceptance).toContain("it is at least 40 of 100");
    const grown = items.find(
      ({ title }) => title.includes("without internet") && title.startsWith("More leavers"),
    );
    // 47 of 59 leavers without internet were missed: the same number of them is the least that shows another rate.
    expect(grown?.acceptance).toBe(
      "Measured again on 59 leavers or more of this group, its whole range is no worse than that of all others.",
    );
    expect(items.find(({ kind }) => kind === "unknown")?.acceptance).toMatch(
      /next assessment no longer lists/,
    );
  });
  it("asks for a watch where a sign has nobody who sees it, and for none where somebody does", async () => {
    const { items } = await backlog(checks);
    const watched = items.filter(({ kind }) => kind === "tripwire").map(({ title }) => title);
    expect(watched).toContain("Watch: Share of documents of kinds that the test does not hold");
    expect(watched.join()).not.toContain("Confirmed fraud let through");
  });
  it("has the same items in German", async () => {
    const [english, german] = await Promise.all([backlog(checks), backlog(checks, "internal", "de")]);
    const ids = ({ items }: Backlog): string[] => items.map(({ kind, trace }) => `${kind} ${trace}`);
    expect(ids(german)).toEqual(ids(english));
    expect(backlogMarkdown(german)).toContain("**Fertig, wenn:**");
  });
  it("tells an edition no more than it may know", async () => {
    const told = JSON.stringify(await backlog(checks, "customer"));
    expect(told).not.toMatch(
      /LIM-0001|LIM-0002|edited documents|Head of Fraud|Head of Onboarding|generated templates/i,
    );
    expect((await backlog(checks, "customer")).items.some(({ kind }) => kind === "tripwire")).toBe(false);
  });
  it("says so where nothing is open", async () => {
    const { items, ...words } = await backlog(checks);
    expect(items.length).toBeGreaterThan(0);
    const empty = { ...words, items: [] };
    expect(backlogMarkdown(empty)).toContain("Nothing is open");
    expect(backlogCsv(empty)).toBe(`${backlogColumns.join(",")}\r\n`);
  });
});

describe("backlog.csv", () => {
  it("comes back from another reader as it was written", async () => {
    const told = await backlog(checks);
    const read = await readWithDuckDb(backlogCsv(told));
    expect(read).toEqual(
      told.items.map((item) =>
        Object.fromEntries(backlogColumns.map((column) => [column, String(item[column])])),
      ),
    );
  });
  it("keeps quotes, commas and line breaks, and lets no field begin a formula", async () => {
    const hostile = [
      '=HYPERLINK("http://x")',
      "+1+1",
      "-2",
      "@SUM(A1)",
      "\t=1",
      "  =1",
      "＝1",
      "\r=1",
      'a "quoted", word',
      "two\nlines",
      "− a minus of ours",
      "a=b",
    ];
    const told = await backlog(checks);
    const [item] = told.items;
    if (item === undefined) throw new Error("There is no item");
    const items = hostile.map((title, index) => ({ ...item, order: index + 1, title, owner: title }));
    const read = await readWithDuckDb(backlogCsv({ ...told, items }));
    const expected = hostile.map((title, index) => (index < 8 ? `'${title}` : title));
    expect(read.map(({ title }) => title)).toEqual(expected);
    expect(read.map(({ owner }) => owner)).toEqual(expected);
  });
});

describe("backlog.md", () => {
  it("shows letters of an author as letters", async () => {
    const title = "<img src=x onerror=alert(1)> [x](javascript:alert(1)) # *bold*";
    const record = `---\nid: LIM-0001\ntitle: ${JSON.stringify(title)}\ntype: COV\n---\n`;
    const assessment = await assessed({
      "forthright.yaml": planFile({
        evaluations: [
          { id: "e", task: "binary", counts: { tp: 80, fn: 20, fp: 50, tn: 850 }, kind: "held-out" },
        ],
      }),
      "limitations/L.md": record,
    });
    const text = backlogMarkdown(await backlog(assessment));
    expect(text).toContain("\\<img src=x");
    expect(text).toContain("\\[x]");
    expect(text).not.toMatch(/[^\\]\*bold\*/);
  });
});

describe("build --format backlog", () => {
  it("writes both files beside nothing else, and answers at once when nothing changed", async () => {
    const out = await mkdtemp(path.join(os.tmpdir(), "forthright-test-"));
    try {
      const args = ["build", packageFile("examples/churn-new-segment"), "--format", "backlog", "--out", out];
      const run = async (): Promise<string> =>
        (await promisify(execFile)(process.execPath, [packageFile("dist/cli.js"), ...args])).stderr;
      await run();
      const folder = path.join(out, "churn-score");
      expect((await readdir(folder)).sort()).toEqual(["backlog.csv", "backlog.md"]);
      const written = await readFile(path.join(folder, "backlog.csv"), "utf8");
      expect(written).toBe(backlogCsv(await backlog(churn)));
      expect(await run()).toMatch(/Nothing has changed/);
      // A file that somebody changed is written again.
      await writeFile(path.join(folder, "backlog.csv"), "gone");
      await run();
      expect(await readFile(path.join(folder, "backlog.csv"), "utf8")).toBe(written);
    } finally {
      await rm(out, { recursive: true, force: true });
    }
  });
});
