import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import { csvOf, smallRows, smallTable } from "../hostile/make-project.js";
import { workspace } from "../hostile/workspace.js";
import { assessFolder, assessProject, countedFacts, planWith } from "./assess-project.js";
import { writeParquet } from "./write-parquet.js";

const folder = workspace();
const plan = planWith({ data: "data/rows.parquet" });

/** Assesses a project whose rows are these bytes. */
async function assessBytes(bytes: Uint8Array, changes: Record<string, unknown> = {}) {
  const files = { "data/rows.parquet": bytes };
  return assessProject(folder, {
    plan: planWith({ data: "data/rows.parquet", ...changes }),
    data: null,
    files,
  });
}

async function parquetOf(csv: string, types?: Readonly<Record<string, string>>): Promise<Buffer> {
  const target = folder.fresh("rows.parquet");
  await writeParquet(target, csv, types);
  return readFile(target);
}

describe("a Parquet table", () => {
  let bytes: Buffer;
  beforeAll(async () => {
    bytes = await parquetOf(smallTable());
  });

  it("counts the same as the CSV table, to the last digit", async () => {
    const [csv, parquet] = await Promise.all([assessProject(folder, {}), assessBytes(bytes)]);
    expect(parquet.run.stderr).toBe("");
    expect(countedFacts(parquet.assessment) === countedFacts(csv.assessment)).toBe(true);
  });

  it("counts the same with scores and labels of other types", async () => {
    const csv = csvOf(smallRows().map(([id, y, p, group]) => [id, y, Number(p).toFixed(2), group]));
    const plain = countedFacts((await assessProject(folder, { data: csv })).assessment);
    const types = { id: "VARCHAR", y: "BOOLEAN", p: "DECIMAL(9,2)", group: "VARCHAR" };
    const { run, assessment } = await assessBytes(await parquetOf(csv, types), { positive: true });
    expect(run.stderr).toBe("");
    expect(countedFacts(assessment).replace('"positive":"true"', '"positive":"1"') === plain).toBe(true);
  });

  it("with a score that is no number is refused with file, column and cell", async () => {
    const csv = csvOf([...smallRows(), ["x", "1", "abc", "north"]]);
    const types = { id: "VARCHAR", y: "INTEGER", p: "VARCHAR", group: "VARCHAR" };
    const { run } = await assessBytes(await parquetOf(csv, types));
    expect(run.code).toBe(3);
    expect(run.stderr).toMatch(/data\/rows\.parquet[\s\S]*"?abc"?/);
  });

  it("with a score out of range is refused", async () => {
    const { run } = await assessBytes(await parquetOf(`${smallTable()}x,1,1.2,north\n`));
    expect(run.code).toBe(3);
    expect(run.stderr).toContain("1.2");
  });

  it("without a column is refused with the nearest name", async () => {
    const { run } = await assessBytes(bytes, { score: "pp" });
    expect(run.code).toBe(3);
    expect(run.stderr).toMatch(/"pp"[\s\S]*"p"/);
  });

  it("that is text is refused by name", async () => {
    const { run } = await assessBytes(Buffer.from(smallTable()));
    expect([run.code, run.stderr]).toMatchObject([3, expect.stringContaining("E-PARQUET data/rows.parquet")]);
  });

  it("of no rows is refused", async () => {
    const { run } = await assessBytes(await parquetOf("id,y,p,group\n"));
    expect(run.code).toBe(3);
    expect(run.stderr).toMatch(/E-(NO-ROWS|HEADER-ONLY) data\/rows\.parquet/);
  });

  it.each([4, 8, 100, 0.25, 0.5, 0.75, 0.99])("cut off (%s) is refused by name", async (share) => {
    const length = share < 1 ? Math.floor(bytes.length * share) : share;
    const { run } = await assessBytes(bytes.subarray(0, length));
    expect([run.code, run.stderr]).toMatchObject([3, expect.stringContaining("E-PARQUET data/rows.parquet")]);
  });

  it("with any bit flipped crashes nothing", { timeout: 60_000 }, async () => {
    const root = await folder.project({ plan, data: null, files: { "data/rows.parquet": bytes } });
    const wrong: string[] = [];
    for (let flip = 0; flip < 24; flip += 1) {
      // Half of them in the last 600 bytes, where the footer lies.
      const at = flip % 2 === 0 ? bytes.length - 5 - ((flip * 47) % 600) : (flip * 7919) % bytes.length;
      const broken = Buffer.from(bytes);
      broken[at] = (broken[at] ?? 0) ^ (1 << (flip % 8));
      await writeFile(path.join(root, "data/rows.parquet"), broken);
      const { run } = await assessFolder(folder, root);
      const isNamed = run.code === 0 || /error E-[A-Z-]+ data\/rows\.parquet/.test(run.stderr);
      if (![0, 3, 5].includes(run.code ?? -1) || !isNamed || /E-INTERNAL/.test(run.stderr))
        wrong.push(`byte ${at}: ${run.code ?? run.signal ?? ""} ${run.stderr.slice(0, 300)}`);
    }
    expect(wrong).toEqual([]);
  });
});
