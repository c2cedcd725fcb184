import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

import { packageFile } from "../src/package-file.js";

it("examples/README.md links every committed document (else run `npm run golden` and commit it)", () => {
  const script = packageFile("scripts/examples-index.mjs");
  const given = execFileSync(process.execPath, [script, "--print"], { encoding: "utf8" });
  expect(readFileSync(packageFile("examples/README.md"), "utf8")).toBe(given);
  const files = execFileSync("git", ["ls-files", "out"], { cwd: packageFile("."), encoding: "utf8" });
  const documents = files.split("\n").filter((file) => file.endsWith(".md"));
  const links = [...given.matchAll(/\(\.\.\/(out\/[^)]+\.md)\)/g)].map(([, link = ""]) => link);
  expect(documents.length).toBeGreaterThan(20);
  expect(links.sort()).toEqual(documents.sort());
});
