import { mkdir, mkdtemp, readdir, rm, stat, symlink } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { makeTemporaryFolder } from "../../src/export/chromium/temporary-folder.js";

describe("makeTemporaryFolder", () => {
  it("removes what dead processes of this machine left, and nothing else", async () => {
    const parent = await mkdtemp(path.join(os.tmpdir(), "forthright-test-"));
    try {
      const own = await makeTemporaryFolder(parent, "purpose-");
      expect((await stat(own)).mode & 0o777).toBe(0o700);
      const machine = path.basename(own).split("-")[1] ?? "";
      // Above the largest process number of Linux, so nobody's.
      const dead = 4_194_999;
      const stays = [
        path.basename(own),
        `other-${machine}-${dead}-abcdef`,
        `purpose-${machine}-${process.ppid}-abcdef`,
        `purpose-${machine}-${dead}`,
        `purpose-${machine}x-${dead}-abcdef`,
        `purpose-${machine}-${dead}-link`,
      ];
      for (const name of stays.slice(1, -1)) await mkdir(path.join(parent, name));
      await symlink(os.homedir(), path.join(parent, stays.at(-1) ?? ""));
      await mkdir(path.join(parent, `purpose-${machine}-${dead}-abcdef`, "deep"), { recursive: true });

      const next = await makeTemporaryFolder(parent, "purpose-");
      expect((await readdir(parent)).sort()).toEqual([...stays, path.basename(next)].sort());
    } finally {
      await rm(parent, { recursive: true, force: true });
    }
  });
});
