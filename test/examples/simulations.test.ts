import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";

import { packageFile } from "../../src/package-file.js";

const examples = packageFile("examples");
const simulated = readdirSync(examples).filter((name) => existsSync(path.join(examples, name, "simulate.mjs")));

/** Who doubts a synthetic table can make it anew, and must get the one that the documents were made from. */
describe.each(simulated)("%s", (example) => {
  it("has the data that its simulation writes", () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "forthright-test-"));
    try {
      cpSync(path.join(examples, "seeded-draws.mjs"), path.join(folder, "seeded-draws.mjs"));
      cpSync(path.join(examples, example), path.join(folder, example), { recursive: true });
      const written = writtenBy(path.join(folder, example));
      expect(written.length).toBeGreaterThan(0);
      for (const name of written) {
        const file = path.join(example, "data", name);
        expect(readFileSync(path.join(folder, file)).equals(readFileSync(path.join(examples, file))), file).toBe(
          true,
        );
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Runs a simulation after the tables that it does not read are gone; what is there after it and was not before. */
function writtenBy(folder: string): string[] {
  const script = readFileSync(path.join(folder, "simulate.mjs"), "utf8");
  const data = path.join(folder, "data");
  for (const name of readdirSync(data))
    if (!script.includes(`readFileSync(new URL("data/${name}"`)) rmSync(path.join(data, name));
  const before = readdirSync(data);
  execFileSync(process.execPath, ["simulate.mjs"], { cwd: folder });
  return readdirSync(data).filter((name) => !before.includes(name));
}
