import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";

import { assess } from "../../src/pipeline.js";
import { planFile, withProject, type ProjectFiles } from "../measure/project-folder.js";

const header = "id,y,s,group";
const rowsOf = (from: number, n: number): string[] =>
  Array.from({ length: n }, (_, index) => {
    const id = from + index;
    return `${id},${id % 4 === 0 ? 1 : 0},${((id * 37) % 100) / 100},${id % 3 === 0 ? "a" : "b"}`;
  });
const csv = (...rows: readonly string[]): string => `${[header, ...rows].join("\n")}\n`;

function project(data: string, files: ProjectFiles): ProjectFiles {
  const evaluation = { id: "e", data, label: "y", positive: 1, score: "s", slices: ["group"], row_id: "id" };
  return {
    "forthright.yaml": planFile({ deployment: { threshold: 0.5 }, evaluations: [evaluation] }),
    ...files,
  };
}

const all = rowsOf(1, 300);
const parts = {
  "data/part-1.csv": csv(...all.slice(0, 100)),
  "data/part-2.csv": csv(...all.slice(100, 250)),
  "data/part-10.csv": csv(...all.slice(250)),
};

async function codeOf(files: ProjectFiles): Promise<string> {
  return withProject(files, async (root) => {
    try {
      await assess(root);
      return "";
    } catch (cause) {
      return cause instanceof Error ? cause.message : String(cause);
    }
  });
}

describe("a pattern of files", () => {
  it("gives the numbers of the one file they would be together", async () => {
    const split = await withProject(
      project("data/*.csv", parts),
      async (root) => (await assess(root)).assessment,
    );
    const whole = await withProject(
      project("data/all.csv", { "data/all.csv": csv(...all) }),
      async (root) => (await assess(root)).assessment,
    );
    const bare = (estimates: typeof whole.estimates) => estimates.map((one) => ({ ...one, evidence: "" }));
    expect(bare(split.estimates)).toEqual(bare(whole.estimates));
    expect(split.distributions).toEqual(whole.distributions);
    expect(split.evaluations[0]?.duplicates).toBe(0);
    expect(split.sources.map((source) => ("path" in source ? source.path : ""))).toEqual([
      "data/*.csv",
      "data/part-1.csv",
      "data/part-10.csv",
      "data/part-2.csv",
    ]);
  });
  it("counts an id that stands in two files as a duplicate", async () => {
    const twice = { ...parts, "data/part-2.csv": csv(...all.slice(99, 250)) };
    const { evaluations } = await withProject(
      project("data/*.csv", twice),
      async (root) => (await assess(root)).assessment,
    );
    expect(evaluations[0]?.duplicates).toBe(1);
  });
  it("takes no hidden file, no other ending and no file of another folder", async () => {
    const more = {
      ...parts,
      "data/.part-3.csv": csv("x,y,z,w"),
      "data/part.txt": "no table",
      "data/old/part-9.csv": csv(...rowsOf(900, 5)),
    };
    const { evaluations } = await withProject(
      project("data/*.csv", more),
      async (root) => (await assess(root)).assessment,
    );
    expect(evaluations[0]?.rows).toBe(300);
  });
  it("names the file and line of a fault", async () => {
    const faulty = { ...parts, "data/part-10.csv": csv("251,1,0.4,a", "252,1,abc,a") };
    const root = project("data/*.csv", faulty);
    expect(await codeOf(root)).toContain("E-ROW");
    const messages = await withProject(root, async (folder) =>
      assess(folder).then(
        () => [],
        (cause: unknown) => (cause as { messages: { place: object }[] }).messages,
      ),
    );
    expect(messages[0]?.place).toEqual({ file: "data/part-10.csv", line: 3 });
  });
  it.each([
    ["that no file fits", "data/none-*.csv", "E-NO-FILE"],
    ["that leads out of the project", "../*.csv", "E-NO-FILE"],
  ])("%s is refused", async (_, data, code) => {
    expect(await codeOf(project(data, parts))).toContain(code);
  });
  it("with letters that mean something elsewhere stands for these letters", async () => {
    const odd = { "data/a(1)+[x]-1.csv": csv(...all) };
    const { evaluations } = await withProject(project("data/a(1)+[x]*.csv", odd), async (root) => {
      expect(await readFile(path.join(root, "data/a(1)+[x]-1.csv"), "utf8")).not.toBe("");
      return (await assess(root)).assessment;
    });
    expect(evaluations[0]?.rows).toBe(300);
  });
});
