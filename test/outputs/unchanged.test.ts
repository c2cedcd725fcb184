import { copyFile, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import { limitationFile, smallTable } from "../hostile/make-project.js";
import { workspace } from "../hostile/workspace.js";

const folder = workspace();
const nothing = "Nothing has changed since the last build.\n";

let root = "";
let out = "";
const at = (name: string): string => path.join(root, name);
const page = (): string => path.join(out, "small-model/model-card.html");
const build = async (...options: string[]) => folder.run(["build", root, "--out", out, ...options]);
/** Does another build answer from its record, and leave the outputs as they are? */
const isSkipped = async (...options: string[]): Promise<boolean> => {
  const before = await stat(page());
  const { stderr, code } = await build(...options);
  const { mtimeMs, ino } = await stat(page());
  const isUntouched = mtimeMs === before.mtimeMs && ino === before.ino;
  expect(code).toBe(0);
  if (!options.includes("--quiet")) expect(isUntouched).toBe(stderr.endsWith(nothing));
  return isUntouched;
};

beforeEach(async () => {
  root = await folder.project({ files: { "notes/data.md": "A note.\n", "limitations/LIM-0001.md": limitationFile("LIM-0001", "A body.") } }); // prettier-ignore
  out = folder.fresh("out");
  expect((await build()).code).toBe(0);
});

describe("a build of which nothing has changed", () => {
  it("is not done again", async () => {
    expect(await isSkipped()).toBe(true);
    expect(await isSkipped("--quiet")).toBe(true);
  });

  it("is not done again when files were only touched", async () => {
    const now = new Date();
    for (const name of ["forthright.yaml", "data/rows.csv", "notes/data.md"])
      await utimes(at(name), now, now);
    await utimes(page(), now, now);
    expect(await isSkipped()).toBe(true);
  });

  it("is not done again when a file was replaced by its copy", async () => {
    await copyFile(at("data/rows.csv"), at("data/copy.csv"));
    await rename(at("data/copy.csv"), at("data/rows.csv"));
    expect(await isSkipped()).toBe(true);
  });

  it("says again what it said, and ends as it ended", async () => {
    await writeFile(at("notes/data.md"), "See [this](file:///x) and <b>that</b>.\n");
    const first = await build();
    const [second, quiet] = [await build(), await build("--quiet")];
    expect([second.code, quiet.code]).toEqual([first.code, first.code]);
    expect(first.code).toBe(1);
    expect(second.stderr).toBe(first.stderr.replace(/^Small model: .*\n/m, nothing));
    expect(quiet.stderr).toMatch(/^error link-target [^\n]+\n( {6}[^\n]+\n)+$/);
  });
});

describe("a build is done again", () => {
  const changes: Readonly<Record<string, () => Promise<unknown>>> = {
    "a byte of the rows": () => writeFile(at("data/rows.csv"), smallTable().replace("north", "South")),
    "a byte of the plan": async () => {
      const plan = await readFile(at("forthright.yaml"), "utf8");
      await writeFile(at("forthright.yaml"), plan.replace("Small model", "Small modem"));
      await mkdir(path.join(out, "small-modem"), { recursive: true });
    },
    "a byte of a note": () => writeFile(at("notes/data.md"), "B note.\n"),
    "a byte of a limitation": () =>
      writeFile(at("limitations/LIM-0001.md"), limitationFile("LIM-0001", "B body.")),
    "a note that is new": () => writeFile(at("notes/ethics.md"), "New.\n"),
    "a note that is gone": () => rm(at("notes/data.md")),
    "a note for one kind": async () => {
      await mkdir(at("notes/model-card"));
      await writeFile(at("notes/model-card/data.md"), "For the card.\n");
    },
    "a phrase of the project's own": async () => {
      await mkdir(at("templates/phrases/en"), { recursive: true });
      await writeFile(at("templates/phrases/en/stamp.yaml"), 'no-owner: "Nobody owns this"\n');
    },
  };
  it.each(Object.entries(changes))("after a change of %s", async (_name, change) => {
    const before = await folder.outputs(out);
    await change();
    expect((await build()).stderr).not.toContain(nothing);
    expect(await folder.outputs(out)).not.toEqual(before);
  });

  const harms: Readonly<Record<string, () => Promise<unknown>>> = {
    "is damaged": async () => {
      const html = await readFile(page(), "utf8");
      await writeFile(page(), html.replace("broken ones", "Broken ones"));
    },
    "is cut off": () => writeFile(page(), "x"),
    "is gone": () => rm(page()),
    "is gone with its folder": () => rm(path.dirname(page()), { recursive: true }),
  };
  it.each(Object.entries(harms))("where an output %s", async (_name, harm) => {
    const before = await folder.outputs(out);
    await harm();
    expect((await build()).stderr).not.toContain(nothing);
    expect(await folder.outputs(out)).toEqual(before);
  });

  it("when told to, with the same bytes", async () => {
    const before = await folder.outputs(out);
    expect(await isSkipped("--force")).toBe(false);
    expect(await folder.outputs(out)).toEqual(before);
    expect(await isSkipped()).toBe(true);
  });

  it("with other options, another date or another edition", async () => {
    expect(await isSkipped("--format", "html,md")).toBe(false);
    expect(await isSkipped("--date", "2026-11-01")).toBe(false);
    expect(await isSkipped("--audience", "public")).toBe(false);
  });

  it("with another SOURCE_DATE_EPOCH", async () => {
    const dated = async (epoch: string) =>
      folder.run(["build", root, "--out", out], { env: { SOURCE_DATE_EPOCH: epoch } });
    const [first, again, other] = [await dated("0"), await dated("0"), await dated("86400")];
    expect([first, again, other].map(({ stderr }) => stderr.includes(nothing))).toEqual([false, true, false]);
    expect(await readFile(page(), "utf8")).toMatch(/2\sJan(uary)?\s1970/);
  });

  it("by another build of the program, and with a record that cannot be read", async () => {
    const [name = ""] = await readdir(path.join(out, ".forthright"));
    const record = path.join(out, ".forthright", name);
    const text = await readFile(record, "utf8");
    await writeFile(record, text.replace(/"buildId":"[^"]*"/, '"buildId":"other"'));
    expect(await isSkipped()).toBe(false);
    await writeFile(record, text.slice(0, 100));
    expect(await isSkipped()).toBe(false);
    expect(await isSkipped()).toBe(true);
  });

  it("when a file was written while it was being read", async () => {
    const soon = new Date(Date.now() + 60_000);
    await writeFile(at("notes/data.md"), "Written late.\n");
    await utimes(at("notes/data.md"), soon, soon);
    expect(await isSkipped()).toBe(false);
    expect(await isSkipped()).toBe(false);
  });

  it("when a browser was missing and may be there now", async () => {
    const options = ["--format", "pdf", "--browser", at("no-browser")];
    const [first, second] = [await build(...options), await build(...options)];
    expect([first.code, second.code]).toEqual([4, 4]);
    expect(first.stderr).toContain("E-NO-PDF");
    expect(second.stderr).toBe(first.stderr);
  });
});
