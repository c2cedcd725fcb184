import { mkdir, readdir, rename, rm, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";

import { csvOf, smallRows } from "../hostile/make-project.js";
import { workspace } from "../hostile/workspace.js";

const folder = workspace();
/** Rows enough that counting them outlasts a change by far. */
const rows = csvOf(Array.from({ length: 1_000 }, () => smallRows()).flat());

/** Changes the table as soon as the program has copied it, that is, while it counts. */
async function assessWhile(change: (table: string) => Promise<void>) {
  const temporary = folder.fresh("tmp");
  await mkdir(temporary);
  const root = await folder.project({ data: rows });
  let changed = false;
  const run = await folder.run(["assess", root], {
    env: { TMPDIR: temporary },
    whileRunning: async (_kill, ended) => {
      while (!ended() && !changed) {
        if (await isCopied(temporary)) {
          await change(path.join(root, "data/rows.csv"));
          changed = true;
        }
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    },
  });
  return { run, changed, left: await readdir(temporary) };
}

async function isCopied(temporary: string): Promise<boolean> {
  const [work] = await readdir(temporary);
  if (work === undefined) return false;
  const names = await readdir(path.join(temporary, work)).catch(() => []);
  return names.some((name) => name.endsWith(".csv"));
}

describe("a table that changes while it is counted", { timeout: 90_000 }, () => {
  const changes: Readonly<Record<string, (table: string) => Promise<void>>> = {
    "is rewritten with as many bytes": (table) => writeFile(table, rows.replace("north", "NORTH")),
    "is replaced by another file": async (table) => {
      await writeFile(`${table}.new`, rows.replace("north", "other"));
      await rename(`${table}.new`, table);
    },
    "is cut off": (table) => truncate(table, 1_000),
    grows: (table) => writeFile(table, `${rows}x,1,0.5,north\n`),
    "is removed": (table) => rm(table),
  };
  it.each(Object.entries(changes))(
    "because it %s is refused, and nothing is printed",
    async (_name, change) => {
      const { run, changed } = await assessWhile(change);
      expect(changed).toBe(true);
      expect(run.code).toBe(3);
      expect(run.stderr).toMatch(/error E-(INPUT-CHANGED|NO-FILE) data\/rows\.csv/);
      expect(run.stdout).toBe("");
    },
  );

  it("leaves no copy behind", async () => {
    const { left } = await assessWhile((table) => truncate(table, 1_000));
    expect(left).toEqual([]);
  });
});
