import { readdirSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";

import { packageFile } from "../../src/package-file.js";
import { workspace } from "../hostile/workspace.js";

/*
 * Documents travel by mail. Every page of every example, with its fonts, pictures and data inside.
 */
const limits: Readonly<Record<string, number>> = {
  briefing: 200_000,
  "scenario-board": 300_000,
  "model-card": 350_000,
};
const otherKinds = 250_000;

const folder = workspace();
const sizes = new Map<string, number>();

beforeAll(async () => {
  const examples = readdirSync(packageFile("examples"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => packageFile(`examples/${name}`));
  const out = folder.fresh("out");
  await folder.run(["build", ...examples, "--out", out, "--fail-on", "never"], { limitMs: 110_000 });
  for (const slug of (await readdir(out)).filter((name) => !name.includes(".")))
    for (const name of (await readdir(path.join(out, slug))).filter((file) => file.endsWith(".html")))
      sizes.set(`${slug}/${name}`, (await readFile(path.join(out, slug, name))).length);
  expect(sizes.size).toBeGreaterThanOrEqual(examples.length * 3);
}, 120_000);

it.each([...Object.entries(limits), ["other", otherKinds] as const])(
  "no page of kind %s is larger than %i bytes",
  (kind, most) => {
    const kindOf = (file: string): string => path.basename(file, ".html").replace(/-\d+$/, "");
    const own = [...sizes].filter(
      ([file]) => kindOf(file) === kind || (kind === "other" && !(kindOf(file) in limits)),
    );
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter(([, bytes]) => bytes > most)).toEqual([]);
  },
);
