import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { packageFile } from "../src/package-file.js";
import { version } from "../src/version.js";

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
}

interface Lockfile {
  readonly version: string;
  readonly packages: Readonly<
    Record<string, Partial<Manifest> & { readonly integrity?: string; readonly dev?: boolean }>
  >;
}

const manifest = JSON.parse(readFileSync(packageFile("package.json"), "utf8")) as Manifest;
const lockfile = JSON.parse(readFileSync(packageFile("package-lock.json"), "utf8")) as Lockfile;

describe("the version", () => {
  it("is one, wherever it is written", () => {
    expect(version).toMatch(/^\d+\.\d+\.\d+(-[a-z0-9.]+)?$/);
    expect([manifest.version, lockfile.version, lockfile.packages[""]?.version]).toEqual([
      version,
      version,
      version,
    ]);
  });
});

describe("what the package depends on", () => {
  it("is pinned to one release each, so that two installs give the same bytes", () => {
    const loose = Object.entries(manifest.dependencies).filter(
      ([, wanted]) => !/^\d+\.\d+\.\d+(-[A-Za-z0-9.]+)?$/.test(wanted),
    );
    expect(loose).toEqual([]);
    expect(Object.keys(manifest.dependencies).filter((name) => name in manifest.devDependencies)).toEqual([]);
  });

  it("is what the lockfile has", () => {
    const { dependencies, devDependencies, engines } = lockfile.packages[""] ?? {};
    expect({ dependencies, devDependencies, engines }).toEqual({
      dependencies: manifest.dependencies,
      devDependencies: manifest.devDependencies,
      engines: manifest.engines,
    });
    for (const [name, wanted] of Object.entries(manifest.dependencies)) {
      const locked = lockfile.packages[`node_modules/${name}`];
      expect([name, locked?.version, locked?.dev]).toEqual([name, wanted, undefined]);
    }
  });

  it("is locked by content", () => {
    const open = Object.entries(lockfile.packages).filter(
      ([name, { integrity }]) => name !== "" && integrity === undefined,
    );
    expect(open.map(([name]) => name)).toEqual([]);
  });

  it("is what is installed here", () => {
    for (const [name, wanted] of Object.entries(manifest.dependencies)) {
      const installed = JSON.parse(
        readFileSync(packageFile(`node_modules/${name}/package.json`), "utf8"),
      ) as Manifest;
      expect([name, installed.version]).toEqual([name, wanted]);
    }
  });
});

describe("the Node it runs on", () => {
  it("is named with a lowest release, to which the build compiles", () => {
    const [, major = "", minor = ""] = /^>=(\d+)\.(\d+)\.\d+$/.exec(manifest.engines.node) ?? [];
    expect(readFileSync(packageFile("scripts/build.mjs"), "utf8")).toContain(`target: "node${major}"`);
    const [own = 0, ownMinor = 0] = process.versions.node.split(".").map(Number);
    expect(own * 1_000 + ownMinor).toBeGreaterThanOrEqual(Number(major) * 1_000 + Number(minor));
  });
});

describe("the lockfile", () => {
  const floors = JSON.parse(readFileSync(packageFile("security/minimum-versions.json"), "utf8")) as Readonly<
    Record<string, { readonly floor: string; readonly because: string }>
  >;

  it.each(Object.entries(floors))(
    "has no %s older than the oldest that is known to be safe",
    (name, { floor, because }) => {
      const found = Object.entries(lockfile.packages).filter(([place]) =>
        place.endsWith(`node_modules/${name}`),
      );
      expect(found.length, name).toBeGreaterThan(0);
      for (const [place, { version: locked = "0.0.0" }] of found)
        expect(isAtLeast(locked, floor), `${place} ${locked}: ${because}`).toBe(true);
    },
  );
});

/** By release; what follows a hyphen is a build of the same release. */
function isAtLeast(found: string, floor: string): boolean {
  const parts = (text: string): number[] => (text.split("-")[0] ?? "").split(".").map(Number);
  const [own, least] = [parts(found), parts(floor)];
  for (const [index, wanted] of least.entries()) {
    const here = own[index] ?? 0;
    if (here !== wanted) return here > wanted;
  }
  return true;
}
