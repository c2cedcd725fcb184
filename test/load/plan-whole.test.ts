import { describe, expect, it } from "vitest";

import { limitationFile, type Content } from "../hostile/make-project.js";
import { workspace } from "../hostile/workspace.js";
import { buildPlan, right } from "./build-plan.js";

const folder = workspace();
const saidOf = async (plan: Content, files?: Record<string, string>) => buildPlan(folder, plan, files);

describe("all mistakes of a plan", () => {
  it("in its keys and values are told at once, in the order of the lines", async () => {
    const { said } = await saidOf(
      `${right}documnts: []\nwords: {case: parcel}\ndeployment: {treshold: 0.5, base_rate: 2}\n`,
    );
    expect(
      [...said.matchAll(/forthright\.yaml:(\d+):(\d+)/g)].map(([, line, column]) => [line, column]),
    ).toEqual([
      ["11", "1"],
      ["12", "9"],
      ["13", "14"],
      ["13", "29"],
    ]);
  });

  it("in its relations are told at once", async () => {
    const { said } = await saidOf(
      `${right}deployment:\n  base_rate: {value: 0.1, low: 0.2}\ncriteria:\n  - {id: A, metric: recall}\ndocuments:\n  - {kind: briefing, evaluation: rws}\n`,
    );
    expect(["12:3", "14:5", "16:22"].filter((place) => !said.includes(`forthright.yaml:${place}`))).toEqual(
      [],
    );
  });

  it("of every sort are told at once", async () => {
    const { said } = await saidOf(
      `${right}documnts: []\ndeployment:\n  base_rate: {value: 0.1, low: 0.2}\ncriteria:\n  - {id: A, metric: recal, at_least: 0.5}\ndocuments:\n  - kind: breefing\n`,
    );
    const wanted = ["documnts", "low <= value <= high", "recal", "breefing"];
    expect(wanted.filter((words) => !said.includes(words))).toEqual([]);
  });

  it("and of its limitations are told at once", async () => {
    const { code, said } = await saidOf(`${right}criteria:\n  - {id: A, metric: recall}\n`, {
      "limitations/LIM-0001.md": limitationFile("LIM-0001", "x", { type: "XXX", oner: "a" }),
      "limitations/LIM-0002.md": limitationFile("LIM-1", "x"),
      "limitations/LIM-0003.md": "no head\n",
    });
    expect(code).toBe(2);
    const wanted = [
      "forthright.yaml:12:5",
      "LIM-0001.md:4:1",
      'did you mean "owner"',
      "LIM-0002.md:2:1",
      "LIM-0003.md",
    ];
    expect(wanted.filter((words) => !said.includes(words))).toEqual([]);
  });

  it("leave earlier outputs as they were", async () => {
    const { project, run, fresh } = folder;
    const out = fresh("out");
    await run(["build", await project(), "--out", out]);
    const before = await folder.outputs(out);
    await run(["build", await project({ plan: `${right}documnts: []\n` }), "--out", out]);
    expect(await folder.outputs(out)).toEqual(before);
  });
});

describe("a plan of other letters", () => {
  const cases: Readonly<Record<string, readonly [bytes: Uint8Array, code: number, message: string]>> = {
    "in UTF-16": [Buffer.from(`\uFEFF${right}`, "utf16le"), 3, "E-ENCODING forthright.yaml"],
    "with a NUL byte": [Buffer.from(right.replace("Small", "Sm\0all")), 3, "E-ENCODING forthright.yaml:3"],
    "in Latin-1": [Buffer.from(right.replace("Small", "Smäll"), "latin1"), 3, "E-ENCODING forthright.yaml:3"],
  };
  it.each(Object.entries(cases))("(%s) is refused by name", async (_name, [bytes, code, message]) => {
    const { code: given, said } = await saidOf(bytes);
    expect(given).toBe(code);
    expect(said).toContain(message);
  });

  it("(in Latin-1 at a line's end) is refused with the byte that is wrong", async () => {
    const { said } = await saidOf(Buffer.from(right.replace("Small model", "Caf\u00E9"), "latin1"));
    expect(said).toContain("0xe9");
  });

  it("(with a byte order mark and CRLF) is read, and its mistakes have the same places", async () => {
    const plan = `\uFEFF${right}documnts: []\n`.replaceAll("\n", "\r\n");
    expect((await saidOf(plan)).said).toContain("forthright.yaml:11:1");
  });
});
