import { cp, mkdir } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import { packageFile } from "../../src/package-file.js";
import { canPrint } from "../export/test-browser.js";
import type { RunOptions } from "../hostile/run-program.js";
import { workspace } from "../hostile/workspace.js";

const folder = workspace();
const example = packageFile("examples/churn-new-segment");

async function bytesOf(project: string, formats: string, options: Partial<RunOptions> = {}) {
  const out = folder.fresh("out");
  const run = await folder.run(["build", project, "--out", out, "--format", formats], options);
  expect([run.code, run.stderr]).toMatchObject([0, expect.stringContaining("4 of 4 documents")]);
  return folder.outputs(out);
}

describe("the same project", () => {
  let first: Record<string, string>;
  beforeAll(async () => {
    first = await bytesOf(example, "html,md,json");
  });

  it("gives pages, Markdown, pictures and JSON", () => {
    const endings = [...new Set(Object.keys(first).map((name) => path.extname(name)))].sort();
    expect(endings).toEqual([".html", ".json", ".md", ".svg", ".txt"]);
  });

  const others: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    "a second time": {},
    "east of the date line": { TZ: "Pacific/Kiritimati" },
    "west of it": { TZ: "Pacific/Niue" },
    "in Turkish": { LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", LANGUAGE: "tr" },
    "in Arabic": { LANG: "ar_EG.UTF-8", LC_ALL: "ar_EG.UTF-8" },
    "in the language of C": { LANG: "C", LC_ALL: "C" },
  };
  it.each(Object.entries(others))("built %s gives the same bytes", async (_name, env) => {
    expect(await bytesOf(example, "html,md,json", { env })).toEqual(first);
  });

  it("built in another folder, from another place, gives the same bytes and no path", async () => {
    const elsewhere = path.join(folder.fresh("else where ñ"), "deep");
    await cp(example, elsewhere, { recursive: true });
    await mkdir(folder.at("home"), { recursive: true });
    const files = await bytesOf(path.basename(elsewhere), "html,md,json", { cwd: path.dirname(elsewhere), env: { HOME: folder.at("home") } }); // prettier-ignore
    expect(files).toEqual(first);
    for (const text of Object.values(files)) expect(text).not.toContain(folder.root);
  });

  it.runIf(canPrint)("printed twice on one browser gives the same bytes", { timeout: 120_000 }, async () => {
    const [one, two] = [await bytesOf(example, "pdf"), await bytesOf(example, "pdf", { env: { TZ: "Asia/Tokyo", LANG: "C" } })]; // prettier-ignore
    const printed = Object.keys(one).filter((name) => name.endsWith(".pdf"));
    expect(printed).toHaveLength(4);
    for (const name of printed) expect(two[name] === one[name]).toBe(true);
  });
});
