import { mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";

import { csvOf, smallRows } from "../hostile/make-project.js";
import { workspace } from "../hostile/workspace.js";

const folder = workspace();
/** Rows enough that a build can be met at its work. */
const many = csvOf(Array.from({ length: 200 }, () => smallRows()).flat());
const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Builds twice, the second time other rows, and ends the second build as soon as `isReached`. */
async function endSecond(
  signal: keyof typeof codes,
  isReached: (temporary: string, out: string) => Promise<boolean>,
) {
  const [root, out, temporary] = [await folder.project(), folder.fresh("out"), folder.fresh("tmp")];
  await mkdir(temporary);
  const args = ["build", root, "--out", out, "--format", "html,md,json"];
  await folder.run(args);
  const before = await folder.outputs(out);
  await writeFile(path.join(root, "data/rows.csv"), many);
  const run = await folder.run(args, {
    env: { TMPDIR: temporary },
    whileRunning: async (kill, ended) => {
      while (!ended()) {
        if (await isReached(temporary, out)) {
          kill(signal);
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    },
  });
  const left = [...(await readdir(temporary)), ...(await names(out)).filter((name) => name.includes("work"))];
  const after = await folder.outputs(out);
  await folder.run([...args, "--force"]);
  return { run, left, before, after, whole: await folder.outputs(out) };
}

async function names(place: string): Promise<string[]> {
  return readdir(place, { recursive: true }).catch(() => []);
}

describe.each(Object.entries(codes) as [keyof typeof codes, number][])("%s", (signal, code) => {
  it("while rows are counted ends the build, and leaves the last outputs and no copy", async () => {
    const { run, left, before, after } = await endSecond(signal, async (temporary) =>
      (await names(temporary)).some((name) => name.endsWith(".csv")),
    );
    expect(run.code).toBe(code);
    expect(left).toEqual([]);
    expect(after).toEqual(before);
  });

  it("while files are written leaves those of one build, and nothing beside them", async () => {
    const { run, left, before, after, whole } = await endSecond(signal, async (_temporary, out) =>
      (await names(out)).some((name) => name.includes(".work-")),
    );
    expect([0, code]).toContain(run.code);
    expect(left).toEqual([]);
    expect([before, whole]).toContainEqual(after);
  });
});
