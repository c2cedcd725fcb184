import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, rm, stat, symlink, truncate, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findNpmChromium, findUnpacked, unpackNpmChromium } from "../../src/export/npm-chromium.js";
import { untar } from "../../src/export/chromium/untar.js";
import { canPrint, isRoot } from "./test-browser.js";

let root: string;

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), "forthright-test-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe.runIf(canPrint)("unpackNpmChromium", () => {
  const packageFolder = findNpmChromium([import.meta.url]) ?? "";

  it("unpacks once, into a folder that only we can write to", async () => {
    const caches = [path.join(root, "once")];
    const unpacked = await unpackNpmChromium(packageFolder, caches);
    const { stdout } = await promisify(execFile)(unpacked.executable, ["--version"], {
      env: { LD_LIBRARY_PATH: unpacked.libraryPath },
    });
    expect(stdout).toContain("Chromium 147.");
    const folder = path.dirname(unpacked.executable);
    expect((await stat(folder)).mode & 0o777).toBe(isRoot ? 0o755 : 0o700);
    expect(await readdir(path.join(folder, "fonts", "Open_Sans"))).toHaveLength(3);
    const before = await stat(unpacked.executable);
    expect(await unpackNpmChromium("/nowhere", caches)).toEqual(unpacked);
    expect((await stat(unpacked.executable)).ino).toBe(before.ino);
    expect(await readdir(caches[0] ?? "")).toEqual(["chromium-147"]);
  });

  it("mends a copy that was cut short, and clears away what a killed process left", async () => {
    const cache = path.join(root, "broken");
    const { executable } = await unpackNpmChromium(packageFolder, [cache]);
    await truncate(executable, 1_000_000);
    const leftover = path.join(
      cache,
      `chromium-147.part-${os.hostname().replace(/[^A-Za-z0-9]/g, "")}-4194999-abcdef`,
    );
    await mkdir(leftover);
    expect(await findUnpacked([cache])).toBeNull();
    await unpackNpmChromium(packageFolder, [cache]);
    expect((await stat(executable)).size).toBe(196_676_728);
    expect(await readdir(cache)).toEqual(["chromium-147"]);

    await rm(path.join(cache, "chromium-147", "complete.json"));
    await unpackNpmChromium(packageFolder, [cache]);
    expect(await findUnpacked([cache])).not.toBeNull();
    expect(await readdir(cache)).toEqual(["chromium-147"]);
  });

  it("is safe twice at once", async () => {
    const cache = path.join(root, "twice");
    const both = await Promise.all([1, 2].map(() => unpackNpmChromium(packageFolder, [cache])));
    expect(both[0]).toEqual(both[1]);
    expect(await findUnpacked([cache])).toEqual(both[0]);
    expect(await readdir(cache)).toEqual(["chromium-147"]);
  });

  it("refuses files that are not those of the release", async () => {
    const fake = path.join(root, "fake");
    await mkdir(path.join(fake, "bin"), { recursive: true });
    for (const name of await readdir(path.join(packageFolder, "bin"))) {
      await symlink(path.join(packageFolder, "bin", name), path.join(fake, "bin", name));
    }
    await rm(path.join(fake, "bin", "al2023.tar.br"));
    // An empty Brotli stream: well-formed, but not the file we know.
    await writeFile(path.join(fake, "bin", "al2023.tar.br"), Buffer.from([0x3b]));
    const cache = path.join(root, "refused");
    await expect(unpackNpmChromium(fake, [cache])).rejects.toThrow(
      "E-BROWSER Unexpected contents of al2023.tar.br",
    );
    expect(await readdir(cache)).toEqual([]);
  });

  it("passes over a cache that others can write to, or that is a link", async () => {
    const shared = path.join(root, "shared");
    await mkdir(shared);
    await chmod(shared, 0o777);
    const linked = path.join(root, "linked");
    await symlink(path.join(root, "once"), linked);
    const own = path.join(root, "own");
    const { executable } = await unpackNpmChromium(packageFolder, [shared, linked, own]);
    expect(executable).toBe(path.join(own, "chromium-147", "chromium"));
    expect(await readdir(shared)).toEqual([]);
    await expect(unpackNpmChromium(packageFolder, [shared])).rejects.toThrow("E-BROWSER");
  });
});

describe("untar", () => {
  function entry(name: string, type: string, content = ""): Buffer {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write("0000644\0", 100);
    header.write(content.length.toString(8).padStart(11, "0"), 124);
    header.write(type, 156);
    return Buffer.concat([header, Buffer.from(content), Buffer.alloc((512 - (content.length % 512)) % 512)]);
  }

  it.each([
    ["../evil", "0"],
    ["a/../../evil", "0"],
    ["/tmp/evil", "0"],
    ["link", "2"],
    ["device", "3"],
  ])("refuses %s of type %s", async (name, type) => {
    const folder = path.join(root, "tar", `${type}-${name.length}`);
    await mkdir(folder, { recursive: true });
    await expect(untar(Buffer.concat([entry(name, type), Buffer.alloc(1024)]), folder)).rejects.toThrow(
      "in an archive",
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it("refuses an archive that ends early", async () => {
    await expect(untar(entry("a", "0", "x".repeat(600)).subarray(0, 1000), root)).rejects.toThrow(
      "length of a",
    );
  });
});
