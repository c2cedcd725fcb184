import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";

import { smallTable } from "../hostile/make-project.js";
import type { RunOptions } from "../hostile/run-program.js";
import { workspace } from "../hostile/workspace.js";

const folder = workspace();

/** What makes a second build fail: a change of the project, or of the machine. */
interface Failing {
  readonly change?: (root: string) => Promise<unknown>;
  readonly options?: Partial<RunOptions>;
  readonly code: number;
  readonly said: RegExp;
}

const failing: Readonly<Record<string, Failing>> = {
  "a plan with a mistake": {
    change: async (root) => {
      const plan = path.join(root, "forthright.yaml");
      await writeFile(plan, `${await readFile(plan, "utf8")}documnts: []\n`);
    },
    code: 2,
    said: /E-UNKNOWN-KEY/,
  },
  "rows with a mistake": {
    change: (root) => writeFile(path.join(root, "data/rows.csv"), `${smallTable()}x,1,abc,north\n`),
    code: 3,
    said: /E-ROW data\/rows\.csv:242/,
  },
  "rows that are gone": {
    change: (root) => rm(path.join(root, "data/rows.csv")),
    code: 3,
    said: /E-NO-FILE data\/rows\.csv/,
  },
  "a disk that takes no file of this size": {
    options: { prefix: ["sh", "-c", 'trap "" XFSZ; ulimit -f 40; exec "$@"', "sh"] },
    code: 4,
    said: /error E-FILE-SIZE/,
  },
  "a disk that takes no copy of the rows": {
    options: { prefix: ["sh", "-c", 'trap "" XFSZ; ulimit -f 1; exec "$@"', "sh"] },
    code: 4,
    said: /error E-FILE-SIZE/,
  },
};

describe("a build that fails", () => {
  it.each(Object.entries(failing))(
    "for %s leaves the last outputs, and nothing beside them",
    async (_name, how) => {
      const [root, out] = [await folder.project(), folder.fresh("out")];
      const args = ["build", root, "--out", out, "--format", "html,md,json", "--force"];
      expect((await folder.run(args)).code).toBe(0);
      const before = await folder.outputs(out);
      await how.change?.(root);
      const { code, stderr } = await folder.run(args, how.options);
      expect(stderr).toMatch(how.said);
      expect(code).toBe(how.code);
      expect(await folder.outputs(out)).toEqual(before);
      expect(await readdir(path.join(out, "small-model"))).toEqual([
        "assessment.json",
        "charts",
        "messages.txt",
        "model-card.html",
        "model-card.md",
      ]);
    },
  );
});
