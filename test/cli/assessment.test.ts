import { writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";

import { packageFile } from "../../src/package-file.js";
import { workspace } from "../hostile/workspace.js";

const folder = workspace();

describe("a saved Assessment", () => {
  it.each(["churn-new-segment", "credit-pd", "application-fraud"])(
    "of %s gives the documents of its project",
    async (name) => {
      const project = packageFile(`examples/${name}`);
      const { code, stdout } = await folder.run(["assess", project]);
      expect(code).toBe(0);
      const saved = folder.fresh("saved.json");
      await writeFile(saved, stdout);
      const [whole, half] = [folder.fresh("out"), folder.fresh("out")];
      const formats = ["--format", "html,md,json"];
      const runs = await Promise.all([
        folder.run(["build", project, "--out", whole, ...formats]),
        folder.run(["build", "--assessment", saved, "--out", half, ...formats]),
      ]);
      expect(runs.map((run) => run.code)).toEqual([0, 0]);
      const files = await folder.outputs(whole);
      const { documents } = JSON.parse(stdout) as { documents: readonly unknown[] };
      expect(documents.length).toBeGreaterThan(3);
      expect(Object.keys(files).filter((file) => /\.(html|md)$/.test(file))).toHaveLength(
        2 * documents.length,
      );
      expect(await folder.outputs(half)).toEqual(files);
      const slug = path.dirname(Object.keys(files).find((file) => file.endsWith("assessment.json")) ?? "");
      expect(files[`${slug}/assessment.json`]).toBe(Buffer.from(stdout).toString("latin1"));
    },
  );

  it("beside the pages of one edition holds no more than that edition may know", async () => {
    const out = folder.fresh("out");
    const project = packageFile("examples/application-fraud");
    await folder.run(["build", project, "--out", out, "--audience", "customer", "--format", "html,json"]);
    const files = await folder.outputs(out);
    const saved = Object.entries(files).find(([file]) => file.endsWith("assessment.json"))?.[1] ?? "";
    expect(saved).toContain("LIM-0001");
    expect(saved).not.toContain("LIM-0003"); // Internal.
  });

  it.each([
    ["is not there", null, 3, "E-NO-FILE"],
    ["is no JSON", "{", 3, "E-JSON"],
    ["is other JSON", '{"schema": 1}', 3, "E-ASSESSMENT"],
    ["is of another time", '{"schema": 2}', 3, "E-ASSESSMENT"],
  ])("that %s is refused by name", async (_name, text, code, said) => {
    const saved = folder.fresh("saved.json");
    if (text !== null) await writeFile(saved, text);
    const run = await folder.run(["build", "--assessment", saved, "--out", folder.fresh("out")]);
    expect([run.code, run.stderr]).toMatchObject([
      code,
      expect.stringContaining(`error ${said} ${path.basename(saved)}`),
    ]);
  });
});
