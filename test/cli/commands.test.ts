import { describe, expect, it } from "vitest";

import { commands } from "../../src/cli/commands/all.js";
import { options } from "../../src/cli/options.js";
import { allMetrics } from "../../src/metrics/all.js";
import { planSchema } from "../../src/model/plan.js";
import { version } from "../../src/version.js";
import { canPrint } from "../export/test-browser.js";
import { workspace } from "../hostile/workspace.js";

const folder = workspace();

describe("the program", () => {
  it("tells its version and its commands", async () => {
    expect((await folder.run(["--version"])).stdout).toBe(`${version}\n`);
    const { code, stdout } = await folder.run(["--help"]);
    expect(code).toBe(0);
    expect([...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, id]) => id)).toEqual([
      ...commands.map(({ id }) => id),
      "help",
    ]);
  });

  it.each(commands.map(({ id }) => id))("%s tells its own options, and no other", async (id) => {
    const { code, stdout, stderr } = await folder.run([id, "--help"]);
    expect([code, stderr]).toEqual([0, ""]);
    const told = [...stdout.matchAll(/^ +--([a-z-]+)/gm)].map(([, name]) => name);
    const own = options.filter((option) => option.commands?.includes(id) ?? true);
    expect(told).toEqual(own.map(({ name }) => name));
  });

  it.each([
    ["nothing", [], /Usage: forthright/],
    ["an unknown command", ["biuld"], /unknown command 'biuld'[\s\S]*Did you mean build/],
    [
      "an unknown option",
      ["build", "--fromat", "pdf", "x"],
      /unknown option '--fromat'[\s\S]*Did you mean --format/,
    ],
    ["an option of another command", ["assess", "x", "--out", "y"], /unknown option '--out'/],
    ["an option without its value", ["build", "x", "--out"], /--out <dir>' argument missing/],
    [
      "an audience nobody knows",
      ["build", "x", "--audience", "kin"],
      /internal, auditor, executive, customer, public/,
    ],
    [
      "a format nobody knows",
      ["build", "x", "--format", "html,xml"],
      /E-FORMAT[\s\S]*"xml", expected html, pdf, md, json/,
    ],
    ["a day that is none", ["build", "x", "--date", "2026-13-01"], /E-DATE[\s\S]*"2026-13-01"/],
    ["a level that is none", ["check", "x", "--fail-on", "hint"], /error, warning, never/],
    ["no project to build", ["build"], /Missing project folder/],
    ["no project to check", ["check"], /Missing project folder/],
    ["no project to assess", ["assess"], /missing required argument 'project'/],
    ["no table to start from", ["init"], /missing required argument 'data'/],
    ["no thing to explain", ["explain"], /missing required argument 'id'/],
    ["a thing that is none", ["explain", "recal"], /"recal"[\s\S]*did you mean "recall"/],
    ["a list of nothing", ["list", "metric"], /"metric"[\s\S]*did you mean "metrics"/],
    ["an unknown act on browsers", ["browser", "remove"], /"remove", expected install/],
    ["a language without phrases", ["check", "x", "--lang", "xx"], /E-LANG[\s\S]*"xx"/],
  ])("given %s says so on stderr and ends with 2", async (_name, args, words) => {
    const { code, stdout, stderr } = await folder.run(args);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toMatch(words);
  });
});

describe("list and explain", () => {
  it("list names every list, and every list names what explain explains", async () => {
    const lists = (await folder.run(["list"])).stdout.trim().split("\n");
    expect(lists).toContain("metrics");
    for (const list of lists) {
      const { code, stdout } = await folder.run(["list", list]);
      expect(code).toBe(0);
      const [first = ""] = stdout.split("\n");
      expect(first).toMatch(/^\S+ {2,}\S/);
      const explained = await folder.run(["explain", first.split(" ")[0] ?? ""]);
      expect([explained.code, explained.stdout]).toMatchObject([
        0,
        expect.stringContaining(first.split(/ {2,}/)[1] ?? "-"),
      ]);
    }
  });

  it("list --json gives the same as data", async () => {
    const { stdout } = await folder.run(["list", "metrics", "--json"]);
    const listed = JSON.parse(stdout) as { id: string }[];
    expect(listed.map(({ id }) => id)).toEqual(allMetrics.map(({ id }) => id));
  });
});

describe("--json", () => {
  it.each([["explain", "recall"], ["build", "nothing"], ["assess", "nothing"], ["schema"], ["browser", "x"]])(
    "%s prints one piece of JSON and nothing else",
    async (...args) => {
      const { stdout, stderr, code } = await folder.run([...args, "--json"]);
      const printed = JSON.parse(stdout) as { exit?: number };
      expect(stderr).toBe("");
      if (args[0] !== "schema") expect(printed.exit).toBe(code);
    },
  );
});

describe("schema", () => {
  it("knows the keys of a plan", async () => {
    const { code, stdout } = await folder.run(["schema"]);
    expect(code).toBe(0);
    const printed = JSON.parse(stdout) as { properties: Record<string, unknown> };
    expect(Object.keys(printed.properties).sort()).toEqual(Object.keys(planSchema.shape).sort());
  });
});

describe.runIf(canPrint)("doctor", () => {
  it("names every part it found", async () => {
    const { code, stdout } = await folder.run(["doctor"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^forthright +\S+\nnode +\S+ .*\nduckdb +v1\.\d.*\ntemplates +\d+ kinds.*\nbrowser +\d+\./,
    );
  });

  it("without a browser says so and ends with 4", async () => {
    const { code, stdout, stderr } = await folder.run(["doctor", "--browser", folder.at("nothing")]);
    expect(code).toBe(4);
    expect(stdout).toMatch(/browser +none: HTML can be made, PDF cannot/);
    expect(stderr).toContain("error E-BROWSER");
  });
});
