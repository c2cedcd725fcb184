import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";

import { csvOf, smallTable } from "../hostile/make-project.js";
import { workspace } from "../hostile/workspace.js";
import { writeParquet } from "../load/write-parquet.js";

const folder = workspace();

/** Runs `init` on a table of its own; @returns the run and the new project's folder */
async function init(data: string, ...options: string[]) {
  const name = path.basename(folder.fresh("table"));
  await writeFile(folder.at(`${name}.csv`), data);
  const run = await folder.run(["init", `${name}.csv`, ...options]);
  return { run, name, root: folder.at(name) };
}

describe("init", () => {
  it("makes a draft that builds at once and says what it lacks", async () => {
    const { run, name, root } = await init(smallTable());
    expect(run.code).toBe(0);
    expect(run.stdout).toBe(`${name}\n`);
    expect(run.stderr).toContain("Outcome: y (positive: 1). Score: p. Groups: group.");
    const out = folder.fresh("out");
    const build = await folder.run(["build", root, "--out", out, "--format", "html,md"]);
    expect([build.code, build.stderr]).toMatchObject([0, expect.stringContaining("3 of 3 documents")]);
    const files = await folder.outputs(out);
    const pages = Object.entries(files).filter(([file]) => file.endsWith(".html"));
    expect(pages).toHaveLength(3);
    for (const [, html] of pages) expect(html).toContain("DRAFT");
    const briefing = Object.entries(files).find(([file]) => file.endsWith("briefing.md"))?.[1] ?? "";
    for (const gap of [
      "documents.decision.ask",
      "documents.decision.owner",
      "documents.decision.by",
      "words",
    ])
      expect(briefing.replaceAll("\\", "")).toContain(`(${gap})`);
    expect(briefing).toContain("No threshold is given");
  });

  it.each([";", "\t", "|"])("sees that cells are parted by %j, and the draft builds", async (delimiter) => {
    const { run, root } = await init(smallTable().replaceAll(",", delimiter));
    expect(run.code).toBe(0);
    expect(await readFile(path.join(root, "forthright.yaml"), "utf8")).toContain(
      `delimiter: ${JSON.stringify(delimiter)}`,
    );
    const build = await folder.run(["build", root, "--out", folder.fresh("out")]);
    expect([build.code, build.stderr]).toMatchObject([0, expect.stringContaining("3 of 3 documents")]);
  });

  it("brings the schema its plan points at, as `schema` prints it", async () => {
    const { root } = await init(smallTable());
    expect(await readFile(path.join(root, "forthright.yaml"), "utf8")).toContain(
      "$schema=./forthright.schema.json",
    );
    const { stdout } = await folder.run(["schema"]);
    expect(await readFile(path.join(root, "forthright.schema.json"), "utf8")).toBe(stdout);
  });

  it("reads Parquet, too", async () => {
    await writeParquet(folder.at("rows.parquet"), smallTable());
    const run = await folder.run(["init", "rows.parquet"]);
    expect(run.code).toBe(0);
    expect((await folder.run(["assess", folder.at("rows")])).code).toBe(0);
  });

  it("takes the columns it is told", async () => {
    const table = "when,bought,risk_a,risk_b\n1,no,0.1,0.9\n2,yes,0.8,0.2\n3,no,0.3,0.4\n";
    const { run, root } = await init(table, "--label", "bought", "--positive", "no", "--score", "risk_b");
    expect(run.code).toBe(0);
    const plan = await readFile(path.join(root, "forthright.yaml"), "utf8");
    expect(plan).toMatch(/label: bought\b/);
    expect(plan).toMatch(/positive: "?no"?\n/);
    expect(plan).toMatch(/score: risk_b\n/);
  });

  it("keeps names that mean something to YAML as names", async () => {
    const header = ["id", "y: [1", "#score", "{group}"];
    const { run, root } = await init(csvOf([["1", "1", "0.9", "a"], ["2", "0", "0.1", "b"]], { header }), "--label", "y: [1", "--score", "#score"); // prettier-ignore
    expect(run.code).toBe(0);
    expect((await folder.run(["assess", root])).code).toBe(0);
  });

  it.each([
    ["no outcome", "a,b\n1,0.5\n2,0.6\n3,0.7\n", "--label"],
    ["two outcomes", "a,b,p\n1,0,0.5\n0,1,0.6\n", "--label"],
    ["no score", "id,y,word\na,1,x\nb,0,y\nc,0,z\n", "--score"],
  ])("where it finds %s names the option to give, and makes nothing", async (_name, table, option) => {
    const { run, root } = await init(table);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("error E-GUESS");
    expect(run.stderr).toContain(option);
    await expect(readFile(path.join(root, "forthright.yaml"))).rejects.toThrow("ENOENT");
  });

  it("leaves a folder alone that has something in it", async () => {
    const { name, root } = await init(smallTable());
    await writeFile(path.join(root, "forthright.yaml"), "mine");
    const again = await folder.run(["init", `${name}.csv`]);
    expect([again.code, again.stderr]).toMatchObject([2, expect.stringContaining("E-EXISTS")]);
    expect(await readFile(path.join(root, "forthright.yaml"), "utf8")).toBe("mine");
  });

  it.each([
    ["a table that is not there", "nothing.csv", 3, "E-NO-FILE"],
    ["a file of another kind", "table.xlsx", 2, "E-FORMAT"],
  ])("refuses %s", async (_name, file, code, said) => {
    const run = await folder.run(["init", file]);
    expect([run.code, run.stderr]).toMatchObject([code, expect.stringContaining(said)]);
  });
});
