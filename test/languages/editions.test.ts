import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";

import { packageFile } from "../../src/package-file.js";
import { workspace } from "../hostile/workspace.js";

const folder = workspace();
const examples = readdirSync(packageFile("examples"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Traced numbers of a page in reading order: value, estimate, part, total. */
function numbersOf(html: string): string[] {
  return [...html.matchAll(/<data value="[^"]*"( data-[a-z]+="[^"]*")*/g)].map(([tag]) => tag);
}

/** Files of a folder as text. */
async function pagesOf(out: string): Promise<Record<string, string>> {
  const bytes = Object.entries(await folder.outputs(out));
  return Object.fromEntries(
    bytes.map(([file, text]) => [file, Buffer.from(text, "latin1").toString("utf8")]),
  );
}

/** What a reader sees of some pages. */
function wordsOf(pages: Readonly<Record<string, string>>): string {
  return Object.values(pages)
    .join("")
    .replace(/<(script|style)\b.*?<\/\1>|<[^>]*>/gs, "");
}

describe("a German edition", () => {
  it.each(examples)("of %s tells the same facts and the same numbers in the same order", async (name) => {
    const project = packageFile(`examples/${name}`);
    const [english, german] = [folder.fresh("out"), folder.fresh("out")];
    const args = ["--format", "html,json", "--audience", "internal", "--quiet"];
    await folder.run(["build", project, "--out", english, ...args]);
    await folder.run(["build", project, "--lang", "de", "--out", german, ...args]);
    const [told, retold] = [await pagesOf(english), await pagesOf(german)];
    const pages = Object.keys(told).filter((file) => file.endsWith(".html"));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      const numbers = numbersOf(told[page] ?? "");
      expect(numbers.length).toBeGreaterThan(0);
      expect(numbersOf(retold[page.replace(/\.html$/, ".de.html")] ?? "")).toEqual(numbers);
      expect(retold[page.replace(/\.html$/, ".de.html")]).toContain('<html lang="de"');
    }
    const facts = Object.keys(told).find((file) => file.endsWith("assessment.json")) ?? "";
    expect(retold[facts]).toBe(told[facts]);
  });

  it("comes from a saved Assessment as well as from the project", async () => {
    const project = packageFile("examples/churn-new-segment");
    const { stdout } = await folder.run(["assess", project]);
    const saved = folder.fresh("saved.json");
    await writeFile(saved, stdout);
    const [whole, half] = [folder.fresh("out"), folder.fresh("out")];
    const runs = [
      await folder.run(["build", project, "--lang", "de", "--out", whole]),
      await folder.run(["build", "--assessment", saved, "--lang", "de", "--out", half]),
    ];
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(await folder.outputs(half)).toEqual(await folder.outputs(whole));
  });

  it("stands beside the English one and leaves it as it was", async () => {
    const project = packageFile("examples/credit-pd");
    const out = folder.fresh("out");
    await folder.run(["build", project, "--out", out]);
    const before = await folder.outputs(out);
    await folder.run(["build", project, "--lang", "de", "--out", out]);
    const after = await folder.outputs(out);
    expect(Object.keys(after)).toHaveLength(2 * Object.keys(before).length);
    expect(after).toMatchObject(before);
  });

  it("keeps the author's texts in their language, with their numbers, and marks them", async () => {
    const out = folder.fresh("out");
    await folder.run(["build", packageFile("examples/credit-pd"), "--lang", "de", "--out", out]);
    const pages = await pagesOf(out);
    const page = Object.entries(pages).find(([file]) => file.endsWith("briefing.de.html"))?.[1] ?? "";
    const heading = /<h1>(.*?)<\/h1>/s.exec(page)?.[1] ?? "";
    expect(heading).toMatch(/^<bdi lang="en">.*>0\.30<\/data>.*<\/bdi>$/s);
    expect(page).toMatch(/<ol lang="en">.*?<\/data> of .*? against /s);
  });
});

const plan = (words: string): string => `schema: 1
model:
  name: Small model
words:
${words}evaluations:
  - id: rows
    task: binary
    counts: {tp: 40, fn: 10, fp: 95, tn: 855}
`;
const english = `  case: loan / loans
  positive: default / defaults
  negative: sound loan / sound loans
  flagged: referred
`;

async function buildGerman(text: string) {
  const root = await folder.project({ plan: text });
  const out = folder.fresh("out");
  const { code, stderr } = await folder.run(["build", root, "--lang", "de", "--out", out]);
  return { code, said: stderr, pages: code === 2 ? {} : await pagesOf(out) };
}

describe("words of a plan", () => {
  it("in English alone stop a German build, with the line and what to add", async () => {
    const { code, said } = await buildGerman(plan(english));
    expect(code).toBe(2);
    expect(said).toMatch(/forthright\.yaml:4:\d+/);
    expect(said).toContain("case, positive, negative, flagged");
    expect(said).toContain("words.de");
  });

  it("are the general German ones where the plan gives none", async () => {
    const { code, pages } = await buildGerman(plan("").replace("words:\n", ""));
    expect(code).toBe(0);
    const told = wordsOf(pages);
    expect(told).toContain("positiven Fällen");
    expect(told).not.toMatch(/positive cases|flagged/);
  });

  it("are declined as the plan says", async () => {
    const { code, said, pages } = await buildGerman(
      plan(`${english}  de:
    case: {one: Darlehen, many: Darlehen, of_many: Darlehen, gender: n}
    positive: {one: Ausfall, many: Ausfälle, of_many: Ausfällen, gender: m}
    negative: {one: gutes Darlehen, many: gute Darlehen, of_one: guten Darlehen, of_many: guten Darlehen, gender: n}
    flagged: vorgelegt
`),
    );
    expect([code, said]).toEqual([0, expect.not.stringContaining("error")]);
    const told = wordsOf(pages);
    expect(told).toContain("Von je 100 Ausfällen werden etwa 80 vorgelegt");
    expect(told).toContain("guten Darlehen");
  });
});

describe("names in other languages", () => {
  it("of attacks do not reach an edition that may not know them", async () => {
    const out = folder.fresh("out");
    const project = packageFile("examples/document-check");
    await folder.run(["build", project, "--audience", "customer", "--format", "html,json", "--out", out]);
    const told = Object.values(await pagesOf(out)).join("");
    const written = await readFile(path.join(project, "forthright.yaml"), "utf8");
    expect(written).toContain("abfotografierte Bildschirme");
    expect(told).not.toContain("abfotografierte Bildschirme");
    expect(told).toContain("Führerscheine"); // A group that customers may know.
  });
});
