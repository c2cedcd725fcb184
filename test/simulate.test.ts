import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { packageFile } from "../src/package-file.js";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "forthright-test-"));
  mkdirSync(path.join(folder, "data"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ["application-fraud", "applications.csv"],
  ["campaign-targeting", "customers.csv"],
  ["document-check", "checks.csv"],
  ["document-check", "volume.csv"],
  ["demand-incident", "tested.csv", "drinks_demand.csv"],
  ["demand-incident", "after.csv", "drinks_demand.csv"],
  ["demand-incident", "months.csv", "drinks_demand.csv"],
  ["demand-incident", "history.csv", "drinks_demand.csv"],
])("the simulated rows of %s: %s", (example, file, real = "") => {
  it("are written again byte for byte, in any time zone", () => {
    copyFileSync(packageFile(`examples/${example}/simulate.mjs`), path.join(folder, "simulate.mjs"));
    // A disruption is simulated on rows that are real.
    if (real !== "")
      copyFileSync(packageFile(`examples/${example}/data/${real}`), path.join(folder, "data", real));
    const committed = readFileSync(packageFile(`examples/${example}/data/${file}`));
    for (const TZ of ["UTC", "Pacific/Kiritimati"]) {
      execFileSync(process.execPath, [path.join(folder, "simulate.mjs")], { env: { ...process.env, TZ } });
      expect(readFileSync(path.join(folder, "data", file)).equals(committed)).toBe(true);
    }
  });
});
