import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";

import { isRoot } from "../export/test-browser.js";
import { smallPlan } from "../hostile/make-project.js";
import { workspace } from "../hostile/workspace.js";

const folder = workspace();
/** Permissions do not stop the superuser, so the program runs as somebody else. */
const asSomebody = isRoot ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : [];

/** A briefing with everything a final one needs. */
const finalPlan = smallPlan({
  documents: [
    {
      kind: "briefing",
      status: "final",
      audience: "internal",
      decision: { ask: "Open the flagged parcels.", owner: "Head of Post", by: "2026-12-01" },
    },
  ],
});
/** The same, without who decides. */
const lackingPlan = smallPlan({
  documents: [
    { ...finalPlan.documents?.[0], decision: { ask: "Open the flagged parcels.", by: "2026-12-01" } },
  ],
});

describe.each(["build", "check", "assess"])("%s", (command) => {
  it("of a folder that is not there says so and ends with 3", async () => {
    const { code, stderr } = await folder.run([command, "nowhere"]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^error E-NO-FILE nowhere\n.*\n.*forthright init/);
  });

  it("of an empty folder says which file is missing and ends with 3", async () => {
    await mkdir(folder.at("empty"), { recursive: true });
    const { code, stderr } = await folder.run([command, "empty"]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^error E-NO-PLAN empty\/forthright\.yaml\n.*\n.*forthright init/);
  });

  it("of a file asks for its folder and ends with 3", async () => {
    await writeFile(folder.at("file"), "x");
    const { code, stderr } = await folder.run([command, "file"]);
    expect([code, stderr]).toMatchObject([3, expect.stringContaining("expected a project folder")]);
  });

  it("tells every mistake with file, line and column, and ends with 2", async () => {
    const plan = "schema: 1\nmodl: {name: x}\nmodel:\n  name: [x]\nevaluations:\n  - {id: A b, data: 7}\n";
    const { code, stderr, stdout } = await folder.run([command, await folder.project({ plan })]);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    const places = [...stderr.matchAll(/^error E-[A-Z-]+ (forthright\.yaml:\d+:\d+)$/gm)].map(
      ([, place]) => place,
    );
    expect(places).toEqual(["2:1", "4:3", "6:6", "6:15"].map((place) => `forthright.yaml:${place}`));
  });

  it("of a table that may not be read says so and ends with 3", async () => {
    const root = await folder.project();
    await Promise.all([folder.root, root, path.join(root, "data")].map((name) => chmod(name, 0o755)));
    await chmod(path.join(root, "data/rows.csv"), 0);
    const { code, stderr } = await folder.run([command, root, ...(command === "build" ? ["--out", folder.fresh("out")] : [])], { prefix: asSomebody }); // prettier-ignore
    expect([code, stderr]).toMatchObject([3, expect.stringContaining("E-READ data/rows.csv\n      The file cannot be read (EACCES)")]); // prettier-ignore
  });
});

describe("the folder for documents", () => {
  it("that may not be written ends the build with 4, by name", async () => {
    const [root, out] = [await folder.project(), folder.fresh("locked")];
    await mkdir(out, { mode: 0o555 });
    await chmod(folder.root, 0o755);
    const { code, stderr } = await folder.run(["build", root, "--out", out], { prefix: asSomebody });
    expect(code).toBe(4);
    expect(stderr).toMatch(/error E-PERMISSION \S+\n.*may not be written\.\n.*--out/);
  });

  it("that is a file ends the build with what to do", async () => {
    const out = folder.fresh("file");
    await writeFile(out, "mine");
    const { code, stderr } = await folder.run(["build", await folder.project(), "--out", out]);
    expect([code, stderr]).toMatchObject([4, expect.stringContaining("error E-OUT")]);
    expect(await readFile(out, "utf8")).toBe("mine");
  });

  it("in which a folder has a document's name is left as it is", async () => {
    const [root, out] = [await folder.project({ plan: smallPlan({ documents: [{ kind: "briefing" }, { kind: "model-card" }] }) }), folder.fresh("out")]; // prettier-ignore
    await mkdir(path.join(out, "small-model/model-card.html"), { recursive: true });
    const { code, stderr } = await folder.run(["build", root, "--out", out]);
    expect([code, stderr]).toMatchObject([2, expect.stringContaining("error E-OUT model-card.html")]);
    expect(await folder.outputs(out)).toEqual({});
  });

  it("is the same for two projects, each in a folder of its own", async () => {
    const plans = ["First model", "Second model"].map((name) => smallPlan({ model: { name } }));
    const roots = await Promise.all(plans.map((plan) => folder.project({ plan })));
    const out = folder.fresh("out");
    expect((await folder.run(["build", ...roots, "--out", out])).code).toBe(0);
    expect(Object.keys(await folder.outputs(out))).toEqual([
      "first-model/model-card.html",
      "index.html",
      "second-model/model-card.html",
    ]);
  });
});

describe("a final document", () => {
  const out = (): string => folder.fresh("out");

  it("with all it needs carries no word of a draft", async () => {
    const place = out();
    const run = await folder.run(["build", await folder.project({ plan: finalPlan }), "--out", place]);
    expect([run.code, run.stderr]).toMatchObject([0, expect.stringContaining("1 of 1 documents")]);
    expect((await folder.outputs(place))["small-model/briefing.html"]).not.toContain("DRAFT");
  });

  it("that lacks a fact is held back, named, and ends with 1", async () => {
    const place = out();
    const run = await folder.run(["build", await folder.project({ plan: lackingPlan }), "--out", place]);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/error missing-fact forthright\.yaml\n.*documents\.decision\.owner/);
    expect(run.stderr).toMatch(/error E-NOT-PUBLISHED\n.*"briefing"/);
    expect(await folder.outputs(place)).toEqual({});
  });

  it("as a draft is written, marked, and names the same gap", async () => {
    const documents = [{ ...lackingPlan.documents?.[0], status: "draft" }];
    const [root, place] = [await folder.project({ plan: { ...lackingPlan, documents } }), out()];
    expect((await folder.run(["build", root, "--out", place])).code).toBe(0);
    const html = (await folder.outputs(place))["small-model/briefing.html"] ?? "";
    expect(html).toContain("DRAFT");
    expect(html).toContain("documents.decision.owner");
  });

  it("held back leaves the one of the last build as it was", async () => {
    const [root, place] = [await folder.project({ plan: finalPlan }), out()];
    await folder.run(["build", root, "--out", place]);
    const before = await folder.outputs(place);
    const text = await readFile(path.join(root, "forthright.yaml"), "utf8");
    await writeFile(path.join(root, "forthright.yaml"), text.replace("      owner: Head of Post\n", ""));
    expect((await folder.run(["build", root, "--out", place])).code).toBe(1);
    expect(await folder.outputs(place)).toEqual(before);
  });
});

describe("messages", () => {
  const warned = "Some <b>words</b>.\n";
  const faulty = "Some <b>words</b> and [one](file:///x).\n";
  const parts = { files: { "notes/data.md": faulty } };

  it.each([
    [faulty, "error", 1],
    [faulty, "never", 0],
    [warned, "error", 0],
    [warned, "warning", 1],
    [warned, "never", 0],
  ])("of %j make a check fail from %s on: %d", async (note, level, code) => {
    const root = await folder.project({ files: { "notes/data.md": note } });
    for (const args of [["check"], ["build", "--out", folder.fresh("out")]]) {
      const { stderr, ...run } = await folder.run([...args, root, "--fail-on", level]);
      expect(stderr).toContain("warning raw-html notes/data.md:1:6\n");
      if (note === faulty) expect(stderr).toContain("error link-target notes/data.md:1:23\n");
      expect(run.code).toBe(code);
    }
  });

  it("are errors alone under --quiet", async () => {
    const { stderr } = await folder.run(["check", await folder.project(parts), "--quiet"]);
    expect([...stderr.matchAll(/^(\w+) [\w-]+ /gm)].map(([, severity]) => severity)).toEqual(["error"]);
  });

  it("are data under --json", async () => {
    const { stdout, code } = await folder.run(["check", await folder.project(parts), "--json"]);
    const { exit, messages } = JSON.parse(stdout) as { exit: number; messages: { code: string }[] };
    expect(exit).toBe(code);
    expect(messages.map((message) => message.code).sort()).toEqual(["link-target", "raw-html", "raw-html"]);
  });
});
