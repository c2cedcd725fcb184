import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";

import { analogyMistakes, checkAnalogies } from "../../src/compose/check-analogies.js";
import { UserError } from "../../src/errors.js";
import { loadMaterials } from "../../src/load/load-materials.js";
import { readAnalogy } from "../../src/load/read-analogy.js";

const head = ["concept: a threshold", "requires: [joint-layers]", "slots: [joint]"];
const body = 'Think of a lock. Of attacks, :rate{ref="{{joint}}"} passed.';
const breaks = "A lock is of iron.";

function file(change: { head?: readonly string[]; body?: string; breaks?: string } = {}): string {
  const { head: own = head, body: told = body, breaks: end = breaks } = change;
  return `---\n${own.join("\n")}\n---\n\n${told}\n\n---\n\n${end}\n`;
}

/** What a file is refused for: `line:column text`. */
function refusals(text: string): string[] {
  try {
    readAnalogy(text, "analogies/lock.md");
  } catch (cause) {
    if (!(cause instanceof UserError)) throw cause;
    return cause.messages.map(
      ({ place, text: said }) => `${place?.file ?? ""}:${place?.line ?? ""}:${place?.column ?? ""} ${said}`,
    );
  }
  return [];
}

describe("an analogy file", () => {
  it("is named as its file, and parted at its last rule line", () => {
    const analogy = readAnalogy(file({ body: `${body}\n\n---\n\nAnd more.` }), "analogies/lock.md");
    expect(analogy).toMatchObject({
      id: "lock",
      requires: ["joint-layers"],
      tried: [],
      avoid: [],
      lines: { requires: 3, slots: 4, body: 6, breaks: 14 },
    });
    expect(analogy.body?.trim().endsWith("And more.")).toBe(true);
    expect(analogy.breaks?.trim()).toBe(breaks);
    expect(analogyMistakes(analogy)).toEqual([]);
  });

  it.each<readonly [string, string, RegExp]>([
    ["no breakdown", file({ breaks: "" }), /lock\.md:\d+: Unexpected end of the analogy, expected where/],
    ["a breakdown of signs", file({ breaks: "***" }), /expected where the picture breaks down/],
    ["no rule line", `---\n${head.join("\n")}\n---\n\n${body}\n`, /expected where the picture breaks down/],
    ["no picture", file({ head: head.slice(0, 2), body: "" }), /lock\.md:5: Missing the picture/],
    [
      "a typed number",
      file({ body: `${body} It stops 85 of 100.` }),
      /lock\.md:7:\d+ Unexpected number "85"/,
    ],
    [
      "a typed number in the breakdown",
      file({ breaks: "It held 9,5 hours." }),
      /lock\.md:11:\d+ Unexpected number "9,5"/,
    ],
    ["other digits", file({ body: `${body} It stops ٨٥.` }), /Unexpected number "٨٥"/],
    ["an unknown slot", file({ body: `${body} {{jiont}}` }), /Unexpected slot "jiont"/],
    ["a slot that is not used", file({ body: "A lock." }), /lock\.md:4:\d* Unexpected slot "joint", which/],
    ["a helper of a template", file({ body: `${body} {{#each x}}{{/each}}` }), /Unexpected braces/],
    ["a partial", file({ body: `${body} {{> page}}` }), /Unexpected braces/],
    ["a lookup", file({ body: `${body} {{constructor.name}}` }), /Unexpected braces/],
    ["three braces", file({ body: `${body} {{{joint}}}` }), /Unexpected braces|Unexpected slot/],
    ["HTML", file({ body: `${body} <img src=x onerror=alert()>` }), /Unexpected HTML/],
    ["an HTML comment", file({ body: `${body} <!-- -->` }), /Unexpected HTML/],
    ["a picture", file({ body: `${body} ![](http://x)` }), /Unexpected picture/],
    ["a stand-in for a string of the plan", file({ body: `${body} \uE000\uE001` }), /private-use/],
    ["an essay", file({ body: `${body} ${"word ".repeat(500)}` }), /Unexpected length/],
    [
      "another id than its file",
      file({ head: [...head, "id: key"] }),
      /Unexpected id "key", expected "lock"/,
    ],
    ["an unknown key", file({ head: [...head, "require: [x]"] }), /lock\.md:5:1 Unexpected key "require"/],
    ["no condition", file({ head: ["concept: x", "requires: []"], body: "A lock." }), /`requires`/],
    ["an unknown audience", file({ head: [...head, "avoid: [board]"] }), /avoid\.0/],
    [
      "more who understood than readers",
      file({ head: [...head, "tried: [{audience: staff, n: 3, understood: 4}]"] }),
      /no more who understood than readers/,
    ],
  ])("with %s is refused at its line", (_, text, words) => {
    expect(refusals(text).join("\n")).toMatch(words);
  });

  it("may use the nouns of every plan without naming them", () => {
    expect(refusals(file({ body: `${body} {{positives}}, {{of-negatives}}` }))).toEqual([]);
  });
});

describe("what an analogy asks for", () => {
  const mistakesOf = (text: string): string[] =>
    analogyMistakes(readAnalogy(text, "analogies/lock.md")).map(
      ({ place, text: said, hint }) => `${place?.line ?? ""}:${place?.column ?? ""} ${said} ${hint ?? ""}`,
    );

  it("is told when nobody knows it, with the nearest name", () => {
    expect(mistakesOf(file({ head: [head[0] ?? "", "requires: [joint-layer]", "slots: [joint]"] }))).toEqual([
      '3: Unexpected condition "joint-layer", expected one that is known. did you mean "joint-layers"?',
      expect.stringMatching(/^4: Unexpected slot "joint", expected one that its conditions hand over/),
    ]);
  });

  it.each([
    '::chart{id="icon-array"}',
    ':::block{name="lead"}',
    '::note{slot="x"}',
    "::stamp",
    '::analogy{id="lock"}',
    ':rat{ref="{{joint}}"}',
  ])("%s is no part of a picture", (directive) => {
    expect(mistakesOf(file({ body: `${body}\n\n${directive}` })).join()).toMatch(
      /^9:1 Unexpected directive ":+[a-z]+" in an analogy/,
    );
  });
});

describe("analogies of a project", () => {
  async function materialsOf(files: Readonly<Record<string, string>>, lang = "en") {
    const root = await mkdtemp(path.join(os.tmpdir(), "forthright-test-"));
    try {
      await mkdir(path.join(root, "analogies"));
      for (const [name, text] of Object.entries(files))
        await writeFile(path.join(root, "analogies", name), text);
      return await loadMaterials(root, lang);
    } finally {
      await rm(root, { recursive: true });
    }
  }

  it("add to ours, or replace one by name", async () => {
    const ours = await loadMaterials(null, "en");
    const { analogies } = await materialsOf({ "lock.md": file(), "umbrella.md": file() });
    expect(Object.keys(analogies).sort()).toEqual([...Object.keys(ours.analogies), "lock"].sort());
    expect(analogies.umbrella?.body).toContain("Think of a lock");
    expect(checkAnalogies({ analogies })).toEqual([]);
  });

  it("are refused as ours would be", async () => {
    await expect(materialsOf({ "lock.md": file({ breaks: "" }) })).rejects.toThrow(/breaks down/);
  });

  it("speak another language by a file beside them, which is read as strictly", async () => {
    const text = `Ein Schloss. :rate{ref="{{joint}}"} {{of-negatives}}\n\n---\n\nEs ist aus Eisen.\n`;
    const { analogies } = await materialsOf({ "lock.md": file(), "lock.de.md": text }, "de");
    expect(analogies.lock).toMatchObject({ requires: ["joint-layers"], path: "analogies/lock.de.md" });
    expect(analogies.lock?.body).toContain("Ein Schloss");
    const silent = await materialsOf({ "lock.md": file() }, "de");
    expect(silent.analogies.lock).toMatchObject({ body: null, breaks: null });
    await expect(materialsOf({ "lock.md": file(), "lock.de.md": "Ein Schloss." }, "de")).rejects.toThrow(
      /breaks down/,
    );
    const typed = text.replace("Ein", "Von 100 ein");
    await expect(materialsOf({ "lock.md": file(), "lock.de.md": typed }, "de")).rejects.toThrow(
      /number "100"/,
    );
  });
});
