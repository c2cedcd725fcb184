import { execFileSync, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { packageFile } from "../src/package-file.js";

interface Manifest {
  readonly version: string;
  readonly files: readonly string[];
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(packageFile("package.json"), "utf8")) as Manifest;
/** Files that npm packs whether they are named or not. */
const always = ["package.json"];

let user: string;
let installed: string;
let packed: string[];

/** A folder of a user: the tarball unpacked, and nothing linked beside it but what the package says it needs. */
beforeAll(() => {
  user = mkdtempSync(path.join(os.tmpdir(), "forthright-test-"));
  const modules = path.join(user, "node_modules");
  execFileSync("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", user], {
    cwd: packageFile("."),
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [tarball = ""] = readdirSync(user).filter((name) => name.endsWith(".tgz"));
  installed = path.join(modules, "forthright");
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", path.join(user, tarball), "-C", installed, "--strip-components=1"]);
  for (const name of Object.keys(manifest.dependencies)) {
    const link = path.join(modules, name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(packageFile(`node_modules/${name}`), link);
  }
  packed = readdirSync(installed, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(installed, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"),
    );
  writeFileSync(path.join(user, "package.json"), '{"name":"user","private":true,"type":"module"}');
});

afterAll(() => rmSync(user, { recursive: true, force: true }));

function forthright(...args: string[]): string {
  const program = path.join(installed, manifest.bin["forthright"] ?? "");
  return execFileSync(process.execPath, [program, ...args], {
    cwd: user,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

describe("the tarball", () => {
  it("holds the programs, the templates and the fonts", () => {
    expect(packed).toEqual(
      expect.arrayContaining([
        "dist/cli.js",
        "dist/index.js",
        "dist/types/index.d.ts",
        "dist/evidence-reader.js",
        "dist/chart-drawer.js",
        "dist/note-parser.js",
        "dist/forthright.schema.json",
        "dist/materials.en.json",
        "dist/THIRD-PARTY-LICENCES.txt",
        "templates/layout.html.hbs",
        "templates/starter/forthright.yaml.hbs",
      ]),
    );
    const sources = readdirSync(packageFile("templates"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(packageFile("."), path.join(entry.parentPath, entry.name)));
    expect(packed).toEqual(expect.arrayContaining(sources));
    expect(packed.filter((name) => name.endsWith(".woff2"))).toHaveLength(8);
    expect(packed.filter((name) => /OFL/.test(name)).length).toBeGreaterThan(1);
  });

  it("holds no part that only we need", () => {
    const ours = packed.filter(
      (name) =>
        !always.includes(name) &&
        !manifest.files.some((listed) => name === listed || name.startsWith(`${listed}/`)),
    );
    expect(ours).toEqual([]);
    expect(
      packed.filter((name) => /^(src|test|examples|out|bench|scripts|node_modules)\//.test(name)),
    ).toEqual([]);
    expect(packed.filter((name) => /\.(test|spec)\.|\.tsbuildinfo$|\.(csv|pdf|tgz)$/.test(name))).toEqual([]);
  });

  it.each(["LICENSE", "NOTICE", "README.md", "CHANGELOG.md"])("holds %s", (name) => {
    expect(manifest.files).toContain(name);
    expect(packed).toContain(name);
  });

  it("names no folder of the machine that built it", () => {
    const root = packageFile(".").replace(/\/$/, "");
    const telling = packed
      .filter((name) => /\.(js|map|json|ts|txt)$/.test(name))
      .filter((name) =>
        [root, os.homedir() + path.sep].some((place) =>
          readFileSync(path.join(installed, name), "utf8").includes(place),
        ),
      );
    expect(telling).toEqual([]);
  });

  it("has nothing that runs when it is installed", () => {
    const { scripts = {} } = JSON.parse(readFileSync(path.join(installed, "package.json"), "utf8")) as {
      scripts?: Readonly<Record<string, string>>;
    };
    expect(Object.keys(scripts).filter((name) => /^(pre|post)?install$|^prepare$/.test(name))).toEqual([]);
  });
});

describe("the installed program", () => {
  it("is a script for Node that says its version", () => {
    const program = path.join(installed, manifest.bin["forthright"] ?? "");
    expect(readFileSync(program, "utf8").slice(0, 20)).toBe("#!/usr/bin/env node\n");
    expect(forthright("--version").trim()).toBe(manifest.version);
  });

  it("starts a project from a table and builds its pages", () => {
    const rows = Array.from({ length: 120 }, (_, index) => {
      const left = index % 3 === 0;
      return `${index},${left ? 1 : 0},${((left ? 55 : 20) + (index % 30)) / 100},${index % 2 === 0 ? "north" : "south"}`;
    });
    writeFileSync(path.join(user, "predictions.csv"), ["id,left,score,region", ...rows, ""].join("\n"));
    expect(forthright("init", "predictions.csv", "my-model").trim()).toBe("my-model");
    forthright("build", "my-model", "--format", "html", "--out", "pages");
    const pages = readdirSync(path.join(user, "pages"), { recursive: true, encoding: "utf8" }).filter(
      (name) => name.endsWith(".html"),
    );
    expect(pages.length).toBeGreaterThan(0);
    for (const page of pages) {
      const html = readFileSync(path.join(user, "pages", page), "utf8");
      expect(html).toContain("font/woff2;base64");
      expect(html).toMatch(/<data value="\d/);
    }
  });

  it("lists and explains what it has", () => {
    expect(forthright("list", "kinds")).toMatch(/briefing[\s\S]*model-card/);
    expect(forthright("explain", "recall").length).toBeGreaterThan(50);
  });
});

describe("the installed library", () => {
  it("can be imported by its name, with its schema", () => {
    const script = `
      import { assess, publish, loadMaterials, version, UserError, planSchema } from "forthright";
      import schema from "forthright/schema.json" with { type: "json" };
      const { assessment } = await assess("my-model");
      const materials = await loadMaterials(null, "en");
      const documents = await publish(assessment, { materials, lang: "en", kinds: ["model-card"], audience: null });
      console.log(JSON.stringify([version, documents.map(({ kind }) => kind), typeof UserError, typeof planSchema.parse, schema.type]));`;
    writeFileSync(path.join(user, "use.mjs"), script);
    const said = execFileSync(process.execPath, ["--no-warnings", "use.mjs"], {
      cwd: user,
      encoding: "utf8",
    });
    expect(JSON.parse(said)).toEqual([manifest.version, ["model-card"], "function", "function", "object"]);
  });

  it("keeps its inner files to itself", () => {
    const script = `await import("forthright/dist/cli.js").then(() => console.log("open"), ({ code }) => console.log(code))`;
    const said = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd: user,
      encoding: "utf8",
    });
    expect(said.trim()).toBe("ERR_PACKAGE_PATH_NOT_EXPORTED");
  });

  it.each(["NodeNext", "Bundler"])(
    "has types that a compiler finds, with %s resolution",
    (moduleResolution) => {
      const source = `
      import { assess, type Assessment, type Published, type PublishOptions } from "forthright";
      export async function count(root: string): Promise<number> {
        const { assessment }: { assessment: Assessment } = await assess(root);
        const first: string | undefined = assessment.estimates[0]?.id;
        // @ts-expect-error: an id is text, so that this fails where types are lost
        const wrong: number | undefined = assessment.estimates[0]?.id;
        return [first, wrong].length;
      }
      export type Both = [Published, PublishOptions];`;
      writeFileSync(path.join(user, "use.ts"), source);
      const compiler = packageFile("node_modules/typescript/bin/tsc");
      const options = [
        "--noEmit",
        "--strict",
        "--target",
        "es2023",
        "--module",
        moduleResolution === "NodeNext" ? "nodenext" : "esnext",
      ];
      // Its messages go to standard output, where an assertion shows them.
      const { status, stdout } = spawnSync(
        process.execPath,
        [compiler, ...options, "--moduleResolution", moduleResolution, "use.ts"],
        { cwd: user, encoding: "utf8" },
      );
      expect([stdout, status]).toEqual(["", 0]);
    },
  );
});
