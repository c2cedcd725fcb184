import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = path.join(root, "out");
const cure = "run `npm run golden`, read the diff, commit it";

const fresh = mkdtempSync(path.join(tmpdir(), "forthright-test-"));
const examples = readdirSync(path.join(root, "examples"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const committed = execFileSync("git", ["ls-files", "out"], { cwd: root, encoding: "utf8" })
  .trim()
  .split("\n")
  .map((file) => path.relative("out", file));

beforeAll(() => {
  const program = path.join(root, "dist/cli.js");
  const projects = examples.map((name) => path.join(root, "examples", name));
  execFileSync(
    process.execPath,
    [program, "build", ...projects, "--out", fresh, "--format", "html,md,json", "--quiet"],
    { cwd: fresh },
  );
  // Told in German too, beside the English documents.
  execFileSync(
    process.execPath,
    [program, "build", path.join(root, "examples/credit-pd"), "--lang", "de", "--out", fresh].concat([
      "--format",
      "html,md",
      "--quiet",
    ]),
    { cwd: fresh },
  );
});
afterAll(() => {
  rmSync(fresh, { recursive: true, force: true });
});

describe("out/", () => {
  it(`holds what the examples give (else ${cure})`, () => {
    const given = filesUnder(fresh).filter((file) => !file.endsWith(".html") && !isRecord(file));
    expect(given.sort()).toEqual([...committed].sort());
  });
  it.each(committed)(`%s is what its example gives (else ${cure})`, (file) => {
    const given = path.join(fresh, file);
    expect(existsSync(given) ? readFileSync(given, "utf8") : null, cure).toBe(
      readFileSync(path.join(out, file), "utf8"),
    );
  });
});

describe("the examples", () => {
  const slugs = [...new Set(committed.map((file) => file.split(path.sep)[0] ?? ""))];

  it("have each a folder of its own", () => {
    expect(slugs).toHaveLength(examples.length);
  });
  it.each(slugs)("%s: every document of the plan is made, final, without a message", (slug) => {
    const { documents } = JSON.parse(readFileSync(path.join(fresh, slug, "assessment.json"), "utf8")) as {
      documents: { kind: string; status: string }[];
    };
    // A follow-up goes on from the documents of its incident.
    const usual = slug.endsWith("-rebuilt")
      ? ["incident-brief", "limitation-portfolio"]
      : ["briefing", "limitation-portfolio", "model-card"];
    expect(documents.map(({ kind }) => kind)).toEqual(expect.arrayContaining(usual));
    expect(documents.map(({ status }) => status)).toEqual(documents.map(() => "final"));
    // A final document with an error is held back.
    const made = readdirSync(path.join(fresh, slug)).filter((name) => /^[a-z-]+\.html$/.test(name));
    expect(made).toHaveLength(documents.length);
    for (const { kind } of documents) expect(made.some((name) => name.startsWith(kind))).toBe(true);
    expect(readFileSync(path.join(fresh, slug, "messages.txt"), "utf8").trim()).toBe("");
  });
  it("show every kind of document", () => {
    const kinds = readdirSync(path.join(root, "templates/documents"))
      .filter((name) => name.endsWith(".md.hbs"))
      .map((name) => name.replace(".md.hbs", ""));
    const made = slugs.flatMap((slug) => readdirSync(path.join(fresh, slug)));
    expect(kinds.filter((kind) => !made.some((name) => name.startsWith(kind)))).toEqual([]);
  });
});

describe("every edition of an example", () => {
  const audiences = ["internal", "auditor", "executive", "customer", "public"];
  it.each(examples.flatMap((name) => audiences.map((audience) => [name, audience])))(
    "%s for the %s reader may be published",
    (name = "", audience = "") => {
      const args = ["build", path.join(root, "examples", name), "--audience", audience, "--quiet"];
      const out = path.join(fresh, `.forthright-${audience}`);
      const { status, stderr } = spawnSync(
        process.execPath,
        [path.join(root, "dist/cli.js"), ...args, "--out", out],
        { encoding: "utf8" },
      );
      expect([status, stderr]).toEqual([0, ""]);
    },
  );
});

function filesUnder(folder: string, under = ""): string[] {
  return readdirSync(path.join(folder, under)).flatMap((name) => {
    const file = path.join(under, name);
    return statSync(path.join(folder, file)).isDirectory() ? filesUnder(folder, file) : [file];
  });
}

/** What the program keeps to know whether anything changed. */
function isRecord(file: string): boolean {
  return file.startsWith(".forthright");
}
