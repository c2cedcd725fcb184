import { describe, expect, it } from "vitest";

import { metrics } from "../../src/metrics/all.js";
import { packageFile } from "../../src/package-file.js";
import { workspace } from "../hostile/workspace.js";
import { publishFiles } from "../measure/publish-project.js";
import { noteProject } from "./note-project.js";

const folder = workspace();

describe("a criterion", () => {
  it.each(metrics.map(({ id }) => id))(
    "on %s is named in plain words where it has no title",
    async (metric) => {
      const files = noteProject({}, { kind: "model-card" });
      const plan = JSON.parse(files["forthright.yaml"] ?? "{}") as object;
      const criteria = [{ id: "AC-1", metric, at_least: 0.5 }];
      const { documents } = await publishFiles({
        ...files,
        "forthright.yaml": JSON.stringify({ ...plan, criteria }),
      });
      expect(documents[0]?.markdown).toMatch(/^\| AC-1 [^|{}]{5,} \|/m);
    },
  );

  it("that is not met makes a check fail, as a pipeline needs it, and holds no document back", async () => {
    const project = packageFile("examples/churn-new-segment");
    const checked = await folder.run(["check", project]);
    expect([checked.code, checked.stderr]).toMatchObject([1, expect.stringContaining("criterion-failed")]);
    expect(checked.stderr).toMatch(/Criterion AC-1 on recall is not met for internet=No\./);
    expect((await folder.run(["check", project, "--fail-on", "never"])).code).toBe(0);
    expect((await folder.run(["build", project, "--out", folder.fresh("out")])).code).toBe(0);
  });
});
