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

describe("the simulated applications", () => {
  it("are written again byte for byte, in any time zone", () => {
    copyFileSync(packageFile("examples/application-fraud/simulate.mjs"), path.join(folder, "simulate.mjs"));
    const committed = readFileSync(packageFile("examples/application-fraud/data/applications.csv"));
    for (const TZ of ["UTC", "Pacific/Kiritimati"]) {
      execFileSync(process.execPath, [path.join(folder, "simulate.mjs")], { env: { ...process.env, TZ } });
      expect(readFileSync(path.join(folder, "data/applications.csv")).equals(committed)).toBe(true);
    }
  });
});
