import { execFileSync } from "node:child_process";
import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import { csvOf, smallRows, smallTable } from "../hostile/make-project.js";
import { workspace } from "../hostile/workspace.js";
import { assessFolder, assessProject, countedFacts, planWith } from "./assess-project.js";

const folder = workspace();

/** The message a table is refused with, and the exit code. */
async function refusalOf(data: string | Uint8Array | null, changes: Record<string, unknown> = {}) {
  const { run } = await assessProject(folder, { plan: planWith(changes), data });
  return { code: run.code, said: run.stderr.slice(0, 3_000) };
}

describe("a table written another way", () => {
  let plain = "";
  beforeAll(async () => {
    plain = countedFacts((await assessProject(folder, {})).assessment);
  });

  const rows = smallRows();
  const same: Readonly<Record<string, readonly [data: string, changes?: Record<string, unknown>]>> = {
    "with a byte order mark": [`\uFEFF${smallTable()}`],
    "with CRLF line ends": [csvOf(rows, { lineEnd: "\r\n" })],
    "with mixed line ends": [smallTable().replace(/\n/g, (end, at: number) => (at % 2 === 0 ? "\r\n" : end))],
    "with one stray CRLF at its end": [smallTable().replace(/\n$/, "\r\n")],
    "without a final line end": [smallTable().trimEnd()],
    "with blank lines at its end": [`${smallTable()}\n\n`],
    "with every cell in quotes": [smallTable().replace(/[^,\n]+/g, '"$&"')],
    "with semicolons, and the plan says so": [csvOf(rows, { delimiter: ";" }), { delimiter: ";" }],
    "with tabs, and the plan says so": [csvOf(rows, { delimiter: "\t" }), { delimiter: "\t" }],
    "with labels 1.0 and 0.0": [csvOf(rows.map(([id, y, p, group]) => [id, `${y}.0`, p, group]))],
  };
  it.each(Object.entries(same))("%s counts the same", async (_name, [data, changes = {}]) => {
    const { run, assessment } = await assessProject(folder, { plan: planWith(changes), data });
    expect([run.code, run.stderr.slice(0, 500)]).toEqual([0, ""]);
    expect(countedFacts(assessment) === plain).toBe(true);
  });

  it("with CR line ends counts the same, or is refused for its line ends", async () => {
    const { run, assessment } = await assessProject(folder, { data: csvOf(rows, { lineEnd: "\r" }) });
    if (run.code === 3) expect(run.stderr).toMatch(/line end/i);
    else expect(countedFacts(assessment) === plain).toBe(true);
  });

  it("with letters and line ends of two bytes across the pieces it is read in counts the same", async () => {
    const long = Array.from({ length: 250 }, () => rows)
      .flat()
      .map(([id, y, p, group]) => [id, y, p, group === "north" ? "łódźłódźłódź" : group]);
    const read = async (lineEnd: string): Promise<string> =>
      countedFacts((await assessProject(folder, { data: csvOf(long, { lineEnd }) })).assessment);
    const facts = await read("\n");
    expect(facts).toContain(encodeURIComponent("łódź"));
    expect((await read("\r\n")) === facts).toBe(true);
  });

  it("with a line end inside a quoted cell keeps the cell whole", async () => {
    const data = csvOf(rows.map(([id, y, p, group]) => [id, y, p, group === "north" ? "no\nrth" : group]));
    const { assessment } = await assessProject(folder, { data });
    expect(assessment?.slices.map(({ id }) => id)).toContain("group=no%0Arth");
  });
});

describe("a table that cannot be read", () => {
  const north = smallTable().replaceAll("north", "nörd");
  const cases: Readonly<Record<string, readonly [data: string | Uint8Array | null, message: RegExp]>> = {
    "is not there": [null, /^error E-NO-FILE data\/rows\.csv/],
    "is empty": ["", /^error E-EMPTY data\/rows\.csv/],
    "has an empty first line": ["\n\n\n", /^error E-EMPTY data\/rows\.csv/],
    "has column names only": ["id,y,p,group\n", /^error E-HEADER-ONLY data\/rows\.csv/],
    "has column names only, without a line end": ["id,y,p,group", /^error E-HEADER-ONLY data\/rows\.csv/],
    "has no row with a label": [
      csvOf(smallRows().map(([id, , p, group]) => [id, "", p, group])),
      /^error E-NO-ROWS data\/rows\.csv\n.*240 rows, 240 without a label/,
    ],
    "has no row with a score": [
      csvOf(smallRows().map(([id, y, , group]) => [id, y, "", group])),
      /^error E-NO-ROWS data\/rows\.csv\n.*240/,
    ],
    "has scores that are no numbers only": [
      csvOf(smallRows().map(([id, y, , group]) => [id, y, "nan", group])),
      /^error E-NO-ROWS data\/rows\.csv/,
    ],
    "is UTF-16": [
      Buffer.from(`\uFEFF${smallTable()}`, "utf16le"),
      /^error E-ENCODING data\/rows\.csv\n.*UTF-16[\s\S]*UTF-8/,
    ],
    "is UTF-16 without a mark": [
      Buffer.from(smallTable(), "utf16le"),
      /^error E-ENCODING data\/rows\.csv\n.*UTF-16/,
    ],
    "is Latin-1 in its names": [
      Buffer.from(smallTable().replace("group", "grüp"), "latin1"),
      /^error E-ENCODING data\/rows\.csv:1\n.*0xfc.*UTF-8/,
    ],
    "is Latin-1 in its cells": [Buffer.from(north, "latin1"), /^error E-\w+ data\/rows\.csv:2\n.*UTF-8/],
    "has a carriage return within a line": [
      smallTable().replace("north", "no\rrth"),
      /^error E-LINE-ENDS data\/rows\.csv/,
    ],
    "is Latin-1 after a megabyte": [
      Buffer.from(`${csvOf(Array.from({ length: 300 }, () => smallRows()).flat())}x,1,0.5,nörd\n`, "latin1"),
      /^error E-ENCODING data\/rows\.csv:72002\n.*0xf6/,
    ],
    "holds a NUL byte": [`${smallTable()}1,1,0.5,\0\n`, /^error E-ENCODING data\/rows\.csv.*\n.*NUL byte/],
    "names a column twice": [
      smallTable().replace("id,y", "y,y"),
      /^error E-HEADER data\/rows\.csv:1\n.*second column "y"/,
    ],
    "names two columns that differ by a capital": [
      smallTable().replace("id,y", "Y,y"),
      /^error E-HEADER data\/rows\.csv:1\n.*"y".*"Y"/,
    ],
    "leaves a column without a name": [
      smallTable().replace("id,", ","),
      /^error E-HEADER data\/rows\.csv:1\n.*column 1/,
    ],
    "hides a letter in a name": [
      smallTable().replace("id,", "i\u202Ed,"),
      /^error E-HEADER data\/rows\.csv:1\n.*invisible/,
    ],
    "has a row with a cell too few": [
      `${smallTable()}x,1,0.5\n`,
      /^error E-ROW data\/rows\.csv:242\n.*3 cells, expected 4/,
    ],
    "has a row with a cell too many": [
      `${smallTable()}x,1,0.5,a,b\n`,
      /^error E-ROW data\/rows\.csv:242\n.*5 cells, expected 4/,
    ],
    "has a quote that never closes": [
      `${smallTable()}x,1,0.5,"a\n`,
      /^error E-ROW data\/rows\.csv:242\n.*quote/,
    ],
  };
  it.each(Object.entries(cases))(
    "because it %s is refused with that reason",
    async (_name, [data, message]) => {
      const { code, said } = await refusalOf(data);
      expect(code).toBe(3);
      expect(said).toMatch(message);
    },
  );

  it("because it uses semicolons is refused with the option to set", async () => {
    const { code, said } = await refusalOf(csvOf(smallRows(), { delimiter: ";" }));
    expect(code).toBe(3);
    expect(said).toMatch(/`?delimiter`?.*";"/);
  });

  it("because columns are missing is refused with all of them and the nearest names", async () => {
    const { code, said } = await refusalOf(smallTable(), { score: "pp", slices: ["grup"] });
    expect(code).toBe(3);
    expect(said).toMatch(/"pp"[\s\S]*"p"[\s\S]*"grup"[\s\S]*"group"/);
  });
});

describe("a wrong cell", () => {
  const scores: Readonly<Record<string, RegExp>> = {
    abc: /"abc" in column "p", expected a number/,
    "0,9": /"0,9" in column "p", expected a number/,
    "50%": /"50%" in column "p", expected a number/,
    "0x1": /"0x1" in column "p", expected a number/,
    "0_1": /"0_1" in column "p", expected a number/,
    "1.2": /1\.2.*column "p"/,
    "-0.1": /-0\.1.*column "p"/,
  };
  it.each(Object.entries(scores))("(score %s) is named with its line and column", async (score, message) => {
    const { code, said } = await refusalOf(csvOf([...smallRows(), ["x", "1", score, "north"]]));
    expect(code).toBe(3);
    expect(said).toContain("data/rows.csv:242");
    expect(said).toMatch(message);
  });

  it.each(["abc", "1.2"])("(score %s) is named with its line after a cell of two lines", async (score) => {
    const { said } = await refusalOf(`${smallTable()}x,1,0.5,"no\nrth"\nx,1,${score},south\n`);
    expect(said).toContain("data/rows.csv:244");
  });

  it.each(["abc", "1.2"])("(score %s) is named with its line after blank lines", async (score) => {
    const { said } = await refusalOf(`${smallTable()}\n\nx,1,${score},south\n`);
    expect(said).toContain("data/rows.csv:244");
  });

  it("(a score out of range) is named five times, not thousands of times", async () => {
    const { said } = await refusalOf(csvOf(smallRows().map(([id, y, , group]) => [id, y, "1.2", group])));
    expect(said.match(/E-SCORE-RANGE/g)).toHaveLength(5);
  });

  it("(a third label) is named with its value and what to do", async () => {
    const { code, said } = await refusalOf(`${smallTable()}x,maybe,0.4,north\n`);
    expect(code).toBe(3);
    expect(said).toMatch(/E-LABEL data\/rows\.csv[\s\S]*"maybe"[\s\S]*"y"[\s\S]*negative/);
  });

  it("(a third label, with the negative one declared) is named itself", async () => {
    const { said } = await refusalOf(`${smallTable()}x,maybe,0.4,north\n`, { negative: 0 });
    expect(said).toContain('"maybe"');
  });

  it("(a positive value that never occurs) is named with those that do", async () => {
    const { code, said } = await refusalOf(smallTable(), { positive: "yes" });
    expect(code).toBe(3);
    expect(said).toMatch(/"yes" never occurs in column "y".*"0", "1"/);
  });
});

describe("the path of a table", () => {
  const bad: Readonly<Record<string, readonly [data: string, code: number, message: RegExp]>> = {
    "that is absolute": ["/etc/passwd.csv", 3, /E-PATH/],
    "that is absolute on Windows": ["C:\\x\\rows.csv", 3, /E-PATH/],
    "that climbs out of the project": ["../outside.csv", 3, /E-PATH/],
    "that climbs out by a detour": ["data/../../outside.csv", 3, /E-PATH/],
    "that is a folder": ["data/folder.csv", 3, /E-NOT-A-FILE/],
    "that is a named pipe": ["data/pipe.csv", 3, /E-NOT-A-FILE/],
    "that is a link out of the project": ["data/out.csv", 3, /E-PATH/],
    "that is a link to a device": ["data/zero.csv", 3, /E-PATH|E-NOT-A-FILE/],
    "that is a link to nothing": ["data/nothing.csv", 3, /E-NO-FILE/],
    "that goes through a linked folder": ["data/up/outside.csv", 3, /E-PATH/],
    "that is an address on the web": ["https://e.example/rows.csv", 3, /E-NO-FILE|E-PATH/],
    "that ends in nothing we read": ["data/rows.json", 2, /\.csv or \.parquet/],
  };
  it.each(Object.entries(bad))("%s is refused", async (_name, [data, code, message]) => {
    const home = folder.fresh("home");
    await mkdir(home);
    await writeFile(path.join(home, "outside.csv"), smallTable());
    const root = await folder.project({ plan: planWith({ data }) });
    const inside = (name: string): string => path.join(root, "data", name);
    await mkdir(inside("folder.csv"));
    execFileSync("mkfifo", [inside("pipe.csv")]);
    await symlink(path.join(home, "outside.csv"), inside("out.csv"));
    await symlink("/dev/zero", inside("zero.csv"));
    await symlink("nowhere", inside("nothing.csv"));
    await symlink(home, inside("up"));
    await writeFile(path.join(root, "../outside.csv"), smallTable());
    const { run } = await assessFolder(folder, root);
    expect(run.code).toBe(code);
    expect(run.stderr).toMatch(message);
  });

  it("that is a link within the project is read", async () => {
    const root = await folder.project({ plan: planWith({ data: "data/link.csv" }) });
    await symlink("rows.csv", path.join(root, "data/link.csv"));
    expect((await assessFolder(folder, root)).run.code).toBe(0);
  });

  const names = [
    "a*[b]?.csv",
    "a'b\"c;--.csv",
    "two words  and %20.csv",
    "😀 żółć.csv",
    "שלום.csv",
    "-rf.csv",
    "a\nb.csv",
    "$(id)`id`.csv",
    "#?&=.csv",
    `${"n".repeat(240)}.csv`,
  ];
  it.each(names)("%j is read, and no other that it could match", async (name) => {
    const root = await folder.project({ plan: planWith({ data: `data/${name}` }), data: null });
    await mkdir(path.join(root, "data"), { recursive: true });
    await writeFile(path.join(root, "data", "aXbY.csv"), "id,y,p,group\n1,1,0.9,a\n2,0,0.1,a\n");
    await writeFile(path.join(root, "data", name), smallTable());
    const { run, assessment } = await assessFolder(folder, root);
    expect([run.code, run.stderr]).toEqual([0, ""]);
    expect(assessment?.sources).toMatchObject([{ path: `data/${name}`, rows: 240 }]);
    await rm(root, { recursive: true });
  });
});
