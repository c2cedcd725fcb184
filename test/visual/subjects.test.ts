import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

import { packageFile } from "../../src/package-file.js";
import { accepted, accepting, fileOf, modes, print, subjects } from "./subjects.js";

/** Together they are looked at and cloned by everybody. */
const mostBytes = 1_500_000;

it("every kind of document is pictured", () => {
  const kinds = readdirSync(packageFile("templates/documents"))
    .filter((name) => name.endsWith(".md.hbs"))
    .map((name) => name.replace(".md.hbs", ""));
  const missing = kinds.filter((kind) => !subjects.some((subject) => subject.kind === kind));
  const cure =
    "add { kind, example } to test/visual/subjects.ts, run npm run accept-pictures, look at the pictures";
  expect(missing, cure).toEqual([]);
});

it("the pictures are those of the subjects, and small", () => {
  const wanted = subjects.flatMap((subject) =>
    [...modes.map(({ name }) => name), print].map((mode) => fileOf(subject, mode)),
  );
  const found = existsSync(accepted) ? readdirSync(accepted) : [];
  if (accepting) for (const name of found) if (!wanted.includes(name)) rmSync(path.join(accepted, name));
  if (!accepting)
    expect([...found].sort(), "run npm run accept-pictures, and commit them").toEqual([...wanted].sort());
  const bytes = found.reduce((sum, name) => sum + readFileSync(path.join(accepted, name)).length, 0);
  expect(bytes).toBeLessThan(mostBytes);
});
