import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const readme = readFileSync(path.join(root, "README.md"), "utf8");
const program = path.join(root, "dist/cli.js");
const folder = mkdtempSync(path.join(tmpdir(), "forthright-test-"));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Told {
  readonly messages: readonly { code: string; text: string; place?: { file: string; line?: number } }[];
}

describe("README.md", () => {
  it("passes our own check, as SECURITY.md does", () => {
    const check = (text: string) => {
      const file = path.join(folder, "text.md");
      writeFileSync(file, text);
      const { stdout } = spawnSync(process.execPath, [program, "check", file, "--json"], {
        encoding: "utf8",
      });
      return (JSON.parse(stdout) as Told).messages;
    };
    expect(check(readme)).toEqual([]);
    expect(check(readFileSync(path.join(root, "SECURITY.md"), "utf8"))).toEqual([]);
    expect(check(`${readme}\nThe score finds 40 %.\n`).map(({ code }) => code)).toEqual([
      "percentage-without-denominator",
    ]);
  });
  it("links to files that are there", () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, target = ""]) => target);
    expect(links.length).toBeGreaterThan(5);
    expect(
      links.filter((target) => !/^https?:/.test(target) && !existsSync(path.join(root, target))),
    ).toEqual([]);
  });
  it("names every command there is, and no other", () => {
    const rows = readme.slice(readme.indexOf("| command |")).split("\n\n")[0] ?? "";
    const told = [...rows.matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell = ""]) =>
      [...cell.matchAll(/`(\w+)/g)].map(([, name = ""]) => name),
    );
    const help = execFileSync(process.execPath, [program, "--help"], { encoding: "utf8" });
    const known = [...help.slice(help.indexOf("Commands:")).matchAll(/^ {2}(\w+) /gm)].map(
      ([, name]) => name,
    );
    expect(told.sort()).toEqual(known.filter((name) => name !== "help").sort());
  });
  it("starts a project by its own words", () => {
    const table = path.join(folder, "predictions.csv");
    cpSync(path.join(root, "examples/credit-pd/data/applicants.csv"), table);
    for (const line of ["init predictions.csv my-model", "build my-model --format html"]) {
      expect(readme).toContain(`node dist/cli.js ${line}`);
      execFileSync(process.execPath, [program, ...line.split(" ")], { cwd: folder, stdio: "ignore" });
    }
    expect(existsSync(path.join(folder, "out/my-model/briefing.html"))).toBe(true);
  });
});
