import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

interface Imported {
  readonly file: string;
  readonly target: string;
}

const files = filesUnder(path.join(root, "src"));
const imports = files.flatMap(importsOf);
const table = importTable(readFileSync(path.join(root, "ARCHITECTURE.md"), "utf8"));

describe("ARCHITECTURE.md", () => {
  it("has a row for every folder and lone file of src, and no other", () => {
    expect([...table.keys()].sort()).toEqual([...new Set(files.map(roomOf))].sort());
  });
  it("stays within 120 lines", () => {
    const lines = readFileSync(path.join(root, "ARCHITECTURE.md"), "utf8").trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(120);
  });
  it("allows every import there is", () => {
    const strangers = imports
      .filter(({ file, target }) => !allowed(file, target))
      .map(({ file, target }) => `${path.relative(root, file)} imports ${target}`);
    expect(strangers).toEqual([]);
  });
  it("allows nothing that nobody uses", () => {
    const used = new Set(imports.map(({ file, target }) => `${roomOf(file)} -> ${nameOf(target)}`));
    const promised = [...table].flatMap(([room, names]) => [...names].map((name) => `${room} -> ${name}`));
    expect(promised.filter((arrow) => !used.has(arrow))).toEqual([]);
  });
});

describe("src", () => {
  it("has no import cycle", () => {
    expect(cycles()).toEqual([]);
  });
  it("has no file of more than 300 lines", () => {
    const long = files.filter((file) => readFileSync(file, "utf8").trimEnd().split("\n").length > 300);
    expect(long.map((file) => path.relative(root, file))).toEqual([]);
  });
});

/** A link to a folder of installed packages would put itself in the place of that folder in every other clone. */
describe.runIf(existsSync(path.join(root, ".git")))("the repository", () => {
  it("holds no symbolic link", () => {
    const entries = execFileSync("git", ["ls-files", "--stage"], { cwd: root, encoding: "utf8" }).split("\n");
    expect(entries.length).toBeGreaterThan(100);
    expect(entries.filter((entry) => entry.startsWith("120000 "))).toEqual([]);
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const full = path.join(folder, name);
    if (statSync(full).isDirectory()) return filesUnder(full);
    return name.endsWith(".ts") ? [full] : [];
  });
}

function importsOf(file: string): Imported[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, "utf8"), true, true);
  return importedFiles.map(({ fileName }) => ({
    file,
    target: fileName.startsWith(".")
      ? path.resolve(path.dirname(file), fileName).replace(/\.js$/, ".ts")
      : fileName,
  }));
}

/** Folder of a file in src, or its own name when it stands in src itself. */
function roomOf(file: string): string {
  const [room = ""] = path.relative(path.join(root, "src"), file).split(path.sep);
  return room.replace(/\.ts$/, "");
}

function nameOf(target: string): string {
  return path.isAbsolute(target) ? roomOf(target) : target;
}

function allowed(file: string, target: string): boolean {
  const name = nameOf(target);
  return name === roomOf(file) || (table.get(roomOf(file))?.has(name) ?? false);
}

function importTable(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const [, after = ""] = text.split("| folder | may import | third-party doors |");
  const rows = after.split("\n\n")[0]?.split("\n").slice(2) ?? [];
  return new Map(
    rows.flatMap((row) => {
      const [folders = "", may = "", doors = ""] = row.split("|").slice(1);
      const names = new Set(listed(`${may},${doors}`));
      return listed(folders).map((folder): [string, Set<string>] => [folder, names]);
    }),
  );
}

function listed(cell: string): string[] {
  return cell
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "-");
}

function cycles(): string[] {
  const next = new Map<string, string[]>();
  for (const { file, target } of imports) {
    if (path.isAbsolute(target)) next.set(file, [...(next.get(file) ?? []), target]);
  }
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    const at = trail.indexOf(file);
    if (at >= 0) {
      found.push([...trail.slice(at), file].map((step) => path.relative(root, step)).join(" -> "));
      return;
    }
    if (done.has(file)) return;
    for (const target of next.get(file) ?? []) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return found;
}
