import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";

import { csvOf, smallPlan, smallRows, smallTable, type ProjectParts } from "./make-project.js";
import type { Run } from "./run-program.js";
import { workspace } from "./workspace.js";

/** Far above what any of these takes on a busy machine; below what a reader takes for a hang. */
const limitMs = 40_000;

const folder = workspace();
const repeat = (text: string, times: number): string => text.repeat(times);
const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");

/** Notes that some reader of Markdown stalls or falls over on; left out with a message, or printed. */
const notes: Readonly<Record<string, string>> = {
  "1 MB of words": repeat("word ", 210_000),
  "40 kB of mismatched emphasis": repeat("*a_ ", 10_000),
  "emphasis in emphasis, 300 deep": repeat("**a ", 300) + repeat("b** ", 300),
  "3 kB of nested lists": `${repeat("- ", 1_000)}x\n${repeat("\n", 1_000)}`,
  "lists in lists, 480 deep by their margin": lines(480, (index) => `${repeat("  ", index)}- a`),
  "1,000 quotes deep": `${repeat("> ", 1_000)}x\n`,
  "5,000 quotes deep without spaces": `${repeat(">", 5_000)}x\n`,
  "10,000 nested brackets": repeat("[", 10_000) + repeat("]", 10_000),
  "10,000 brackets on lines of their own": repeat("[\n", 10_000),
  "5,000 brackets of two kinds": repeat("[ (](", 5_000),
  "3,000 nested directives": repeat(":b[a\n", 3_000) + repeat("]\n", 3_000),
  "3,000 open containers": lines(3_000, () => ":::a"),
  "a word of 250,000 letters": repeat("x", 250_000),
  "60,000 stars": repeat("*", 60_000),
  "200,000 letters that may begin an address": repeat("a.", 100_000) + "@b",
  "50,000 comments that never end": repeat("<!--", 50_000),
  "100,000 accents on one letter": `e${repeat("\u0301", 100_000)}`,
};

describe("a heavy note", { timeout: 60_000 }, () => {
  it.each(Object.entries(notes))("(%s) ends in time and harms no other", async (name, text) => {
    const { run, page } = await buildNote(text);
    expect([0, 1]).toContain(run.code);
    expect(run.stderr.slice(0, 2_000)).not.toMatch(/E-INTERNAL|RangeError|call stack/);
    expect(page.includes("The other note.")).toBe(true);
    if (refused.includes(name)) expect(run.stderr.slice(0, 2_000)).toMatch(refusal);
  });

  it("(emphasis in emphasis, 1,200 deep, in two documents) ends in time", async () => {
    const documents = ["internal", "auditor"].map((audience) => ({ kind: "model-card", audience }));
    const text = repeat("**a ", 1_200) + repeat("b** ", 1_200);
    const { run } = await buildNote(text, smallPlan({ documents }));
    expect([0, 1]).toContain(run.code);
  });
});

/** Notes that must be left out, whatever the machine. */
const refused = [
  "1 MB of words",
  "3 kB of nested lists",
  "40 kB of mismatched emphasis",
  "lists in lists, 480 deep by their margin",
  "1,000 quotes deep",
  "10,000 nested brackets",
  "3,000 open containers",
];
const refusal = /error E-(NOTE|TOO-LARGE) notes\/measured\.md/;

async function buildNote(text: string, plan = smallPlan()): Promise<{ run: Run; page: string }> {
  const out = folder.fresh("out");
  const files = { "notes/measured.md": text, "notes/data.md": "The other note.\n" };
  const run = await build({ plan, files }, out);
  return { run, page: await pageOf(out) };
}

/** Plans that stall or fell some reader of YAML. */
const plans: Readonly<Record<string, string>> = {
  "an alias bomb": `a: &a [x, x, x, x, x, x, x, x, x]\n${lines(8, (index) => {
    const [from, to] = ["abcdefgh"[index] ?? "", "bcdefghi"[index] ?? ""];
    return `${to}: &${to} [${Array.from({ length: 9 }, () => `*${from}`).join(", ")}]`;
  })}\n`,
  "40,000 keys in one flow map": `schema: 1\nmodel: {${lines(40_000, (index) => `k${index}: 1`).replaceAll("\n", ", ")}}\n`,
  "15,000 keys in one flow map": `schema: 1\nmodel: {${lines(15_000, (index) => `k${index}: 1`).replaceAll("\n", ", ")}}\n`,
  "5,000 open brackets": `schema: 1\nmodel: ${repeat("[", 5_000)}\n`,
  "5,000 brackets, closed": `schema: 1\nmodel: ${repeat("[", 5_000)}${repeat("]", 5_000)}\n`,
  "5,000 lists in lists": `${repeat("- ", 5_000)}x\n`,
  "600 maps in maps": `${lines(600, (index) => `${repeat(" ", index)}a:`)} 1\n`,
  "a key of a prototype": "schema: 1\n__proto__: {a: 1}\nmodel: {name: x, constructor: {prototype: 1}}\n",
  "a tag of another language": "schema: 1\nmodel: {name: !!js/function 'x'}\n",
  "300 kB of comments": `schema: 1\n#${repeat("x", 300_000)}\n`,
};

describe("a heavy plan", { timeout: 60_000 }, () => {
  it.each(Object.entries(plans))("(%s) is refused in time, by name and in few words", async (_name, plan) => {
    const run = await build({ plan }, folder.fresh("out"));
    expect([2, 5]).toContain(run.code);
    expect(run.stderr.slice(0, 2_000)).toMatch(/error E-[A-Z-]+ forthright\.yaml/);
    expect(run.stderr).not.toMatch(/call stack|E-INTERNAL/);
    expect(run.stderr.split("\n").length).toBeLessThan(100);
  });

  it("(40,000 keys in a limitation's head) is refused in time, by name", async () => {
    const keys = lines(20_000, (index) => `k${index}: 1`);
    const run = await build(
      { files: { "limitations/LIM-0001.md": `---\n${keys}\n---\nx\n` } },
      folder.fresh("out"),
    );
    expect([2, 5]).toContain(run.code);
    expect(run.stderr.slice(0, 2_000)).toContain("limitations/LIM-0001.md");
  });
});

describe("heavy evidence", { timeout: 60_000 }, () => {
  it("with 5,000 slice values ends in time, with the file and the column named or the groups counted", async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [
      String(index),
      index % 4 === 0 ? "1" : "0",
      (((index * 7919) % 9973) / 9973).toFixed(4),
      `value ${index % 5_000}`,
    ]);
    const run = await build({ data: csvOf(rows) }, folder.fresh("out"));
    expect([0, 1, 3, 5]).toContain(run.code);
    if (run.code !== 0) expect(run.stderr).toMatch(/data\/rows\.csv[\s\S]*group/);
  });

  it("with a cell of a million letters breaks the word on the page", async () => {
    const out = folder.fresh("out");
    const run = await build({ data: `${smallTable()}x,1,0.5,${repeat("w", 1_000_000)}\n` }, out);
    expect(run.code).toBe(0);
    const longest = /\S{400}/.exec(visible(await pageOf(out)))?.[0].slice(0, 20) ?? null;
    expect(longest).toBeNull();
  });

  it("with a cell of three million letters is refused with file and line", async () => {
    const run = await build(
      { data: `${smallTable()}x,1,0.5,${repeat("w", 3_000_000)}\n` },
      folder.fresh("out"),
    );
    expect([3, 5]).toContain(run.code);
    expect(run.stderr).toContain("data/rows.csv:242");
  });

  it("with a first line of 300 kB is refused by name", async () => {
    const run = await build({ data: `id,y,p,${repeat("c", 300_000)}\n1,1,0.5,a\n` }, folder.fresh("out"));
    expect(run.code).toBe(3);
    expect(run.stderr).toContain("data/rows.csv");
  });

  it("with 5,000 columns is read", async () => {
    const header = ["id", "y", "p", "group", ...Array.from({ length: 5_000 }, (_, index) => `c${index}`)];
    const rows = smallRows().map((row) => [...row, ...Array.from({ length: 5_000 }, () => "1")]);
    expect((await build({ data: csvOf(rows, { header }) }, folder.fresh("out"))).code).toBe(0);
  });
});

describe("a heavy name", { timeout: 60_000 }, () => {
  it("of 200,000 letters is broken into words that fit", async () => {
    const out = folder.fresh("out");
    await build({ plan: smallPlan({ model: { name: repeat("n", 200_000) } }) }, out);
    const html = await readFile(path.join(out, repeat("n", 80), "model-card.html"), "utf8");
    expect(/\S{400}/.exec(visible(html))?.[0].slice(0, 20) ?? null).toBeNull();
  });
});

async function build(parts: ProjectParts, out: string): Promise<Run> {
  return folder.run(["build", await folder.project(parts), "--out", out], { limitMs });
}

async function pageOf(out: string): Promise<string> {
  return readFile(path.join(out, "small-model/model-card.html"), "utf8");
}

/** What is laid out: no style, no data, no tags. */
function visible(html: string): string {
  return html.replace(/<(style|script)[^>]*>[\s\S]*?<\/\1>/g, "").replace(/<[^>]*>/g, " ");
}
