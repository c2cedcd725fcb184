import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import { inOrder } from "../../src/cli/in-order.js";
import { manyProjects } from "../../src/cli/many-projects.js";
import { csvOf, smallEvaluation, smallPlan, smallRows } from "../hostile/make-project.js";
import type { Run } from "../hostile/run-program.js";
import { workspace } from "../hostile/workspace.js";

/*
 * Many projects share processes, threads, phrases and templates. Each must come out as it does alone, whatever its
 * neighbours hold, and in the order it was named.
 */
const folder = workspace();
const documents = ["briefing", "limitation-portfolio", "model-card"].map((kind) => ({ kind }));

function planOf(index: number, evaluation: Record<string, unknown>) {
  return smallPlan({
    model: { name: `Model ${index}`, version: "1" },
    evaluations: [smallEvaluation(evaluation)],
    documents,
  });
}

/** Rows with a note, rows without slices, exact counts alone; one that cannot be read. */
async function projectAt(index: number): Promise<string> {
  const data = csvOf(smallRows(200 + index));
  if (index === wrong) return folder.project({ plan: planOf(index, { label: "gone" }), data });
  if (index % 3 === 0) {
    const note = `It was built for parcels ${index}.\n\n> Not for letters.\n`;
    return folder.project({ plan: planOf(index, {}), data, files: { "notes/model-card/summary.md": note } });
  }
  if (index % 3 === 1) return folder.project({ plan: planOf(index, { slices: [] }), data });
  const counts = { tp: 40 + index, fn: 12, fp: 20, tn: 300 };
  return folder.project({
    plan: smallPlan({
      model: { name: `Model ${index}`, version: "1" },
      evaluations: [{ id: "test", counts }],
      documents,
    }),
    data: null,
  });
}

const wrong = 4;
const formats = ["--format", "html,md,json", "--fail-on", "never"];

describe("many projects in one run", () => {
  let run: Run;
  let projects: readonly string[] = [];
  let together: Record<string, string> = {};
  let left: readonly string[] = [];

  beforeAll(async () => {
    const all: string[] = [];
    for (let index = 0; index < manyProjects; index += 1) all.push(await projectAt(index));
    projects = all;
    const out = folder.fresh("out");
    const temporary = folder.at("temporary");
    await mkdir(temporary);
    run = await folder.run(["build", ...projects, "--out", out, ...formats], { env: { TMPDIR: temporary } });
    together = await folder.outputs(out);
    left = await readdir(temporary);
  }, 120_000);

  it.each([0, 1, 2, 21, 22, 23])("project %i comes out as it does alone", async (index) => {
    const out = folder.fresh("out");
    const alone = await folder.run(["build", projects[index] ?? "", "--out", out, ...formats]);
    const given = await folder.outputs(out);
    expect([alone.code, Object.keys(given).length > 6]).toEqual([0, true]);
    const same = Object.fromEntries(
      Object.entries(together).filter(([name]) => name.startsWith(`model-${index}${path.sep}`)),
    );
    expect(same).toEqual(given);
  });

  it("one that cannot be built holds up no other, and is named", () => {
    expect(run.code).toBe(3);
    expect(run.stderr).toContain("gone");
    expect(run.stderr).toContain(`${projects[wrong] ?? ""}: no document was made`);
    const made = Object.keys(together).filter((name) => path.basename(name) === "assessment.json");
    expect(made).toHaveLength(manyProjects - 1);
  });

  it("they are told in their order", () => {
    const told = [...run.stderr.matchAll(/^Model (\d+): 3 of 3 documents/gm)].map(([, number]) =>
      Number(number),
    );
    expect(told).toEqual(
      Array.from({ length: manyProjects }, (_, index) => index).filter((index) => index !== wrong),
    );
  });

  it("a page links what was made of each, and nothing else", () => {
    const links = [...(together["index.html"] ?? "").matchAll(/href="([^"]+)"/g)].map(
      ([, link = ""]) => link,
    );
    const files = Object.keys(together).map((name) => name.split(path.sep).join("/"));
    const made = files.filter((name) => /\/[a-z-]+\.(html|md)$/.test(name));
    expect([...new Set(links)].sort()).toEqual(made.sort());
  });

  it("nothing is left in the temporary folder", () => {
    expect(left).toEqual([]);
  });
});

describe("inOrder", () => {
  it("finishes in order, holds no more than it may, and goes on after a failure", async () => {
    const log: string[] = [];
    let open = 0;
    let most = 0;
    await inOrder([5, 1, 4, 2, 3], 2, {
      prepare: async (item) => {
        open += 1;
        most = Math.max(most, open);
        for (let wait = 0; wait < item; wait += 1) await Promise.resolve();
        if (item === 4) throw new Error("four");
        return item * 10;
      },
      finish: (ready) => {
        open -= 1;
        log.push(String(ready));
        return Promise.resolve();
      },
      fail: (cause, item) => {
        open -= 1;
        log.push(`${item} ${cause instanceof Error ? cause.message : ""}`);
      },
    });
    expect(log).toEqual(["50", "10", "4 four", "20", "30"]);
    expect(most).toBe(2);
  });

  it("stops when a failure is thrown on", async () => {
    const finished: number[] = [];
    const work = inOrder([1, 2, 3], 1, {
      prepare: (item) => (item === 2 ? Promise.reject(new Error("two")) : Promise.resolve(item)),
      finish: (item) => Promise.resolve(void finished.push(item)),
      fail: (cause) => {
        throw cause;
      },
    });
    await expect(work).rejects.toThrow("two");
    expect(finished).toEqual([1]);
  });
});
