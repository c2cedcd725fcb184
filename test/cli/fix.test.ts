import { chmod, mkdir, readFile, readdir, stat, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";

import { mendText } from "../../src/cli/mend-text.js";
import type { Fix, Message } from "../../src/errors.js";
import { smallPlan } from "../hostile/make-project.js";
import { workspace } from "../hostile/workspace.js";

const folder = workspace();

/** A message whose mend replaces these letters of a sentence at a place. */
function mend(sentence: string, was: string, text: string, start: Partial<Fix["start"]>): Message {
  const fix = { start: { file: "x.md", ...start }, was, text, sentence, offset: sentence.indexOf(was) };
  return { code: "some-rule", severity: "error", text: "", fix };
}

describe("a mend", () => {
  const at = (line: number, column: number) => ({ line, column });

  it.each([
    ["letters at their place", "It is bad.\n", mend("It is bad.", "bad", "good", at(1, 7)), "It is good.\n"],
    [
      "after a byte order mark",
      "\uFEFFIt is bad.",
      mend("It is bad.", "bad", "good", at(1, 7)),
      "\uFEFFIt is good.",
    ],
    [
      "after carriage returns",
      "Fine.\r\n\r\nIt is bad.\r\n",
      mend("It is bad.", "bad", "good", at(3, 7)),
      "Fine.\r\n\r\nIt is good.\r\n",
    ],
    ["across a line end", "It is\nbad.", mend("It is bad.", "is bad", "is good", at(1, 4)), "It is good."],
    [
      "where the column is wrong and the sentence stands once",
      "> It is bad.\n",
      mend("It is bad.", "bad", "good", at(1, 7)),
      "> It is good.\n",
    ],
    [
      "where no column is known",
      "- x\n  It is bad.\n",
      mend("It is bad.", "bad", "good", { line: 2 }),
      "- x\n  It is good.\n",
    ],
    [
      "put in between",
      "It is bad.\n",
      {
        ...mend("It is bad.", "", " not", at(1, 6)),
        fix: { ...mend("It is bad.", "", " not", at(1, 6)).fix, offset: 5 } as Fix,
      },
      "It is not bad.\n",
    ],
    [
      "in the string of a plan alone",
      'a: "x"\nask: It is bad.\n',
      mend("It is bad.", "bad", "good", { line: 2 }),
      'a: "x"\nask: It is good.\n',
    ],
  ])("is made of %s", (what, text, message, mended) => {
    expect(mendText(text, [message], what.includes("plan")).text).toBe(mended);
  });

  it.each([
    ["other letters", "It is sad.\n", mend("It is bad.", "bad", "good", at(1, 7))],
    ["a sentence that stands twice", "It is bad. It is bad.", mend("It is bad.", "bad", "good", { line: 1 })],
    ["escaped letters", "It \\*is\\* bad.", mend("It *is* bad.", "bad", "good", at(1, 9))],
    [
      "a place whose neighbours differ",
      "It was bad.\n",
      {
        ...mend("It is bad.", "", " not", at(1, 6)),
        fix: { ...mend("It is bad.", "", " not", at(1, 6)).fix, offset: 5 } as Fix,
      },
    ],
    [
      "a plan that would say something else",
      "ask: It is bad.\n",
      mend("It is bad.", "bad", "good: no", { line: 1 }),
    ],
    [
      "a plan that would be none",
      'ask: "It is bad."\n',
      mend("It is bad.", "bad", ':rate{ref="x"}', { line: 1 }),
    ],
    [
      "a plan in which it is a comment",
      "# It is bad.\nask: x\n",
      mend("It is bad.", "bad", "good", { line: 1 }),
    ],
    [
      "the head of a note",
      "---\ntitle: It is bad.\n---\n",
      mend("It is bad.", "bad", "good: x", { line: 2 }),
    ],
  ])("is left at %s", (what, text, message) => {
    const { text: mended, left } = mendText(text, [message], what.includes("plan"));
    expect([mended, left]).toEqual([text, [message]]);
  });

  it("that overlaps with one behind it waits for the next round", () => {
    const sentence = "It is very bad.";
    const [wide, late] = [
      mend(sentence, "very bad", "poor", at(1, 7)),
      mend(sentence, "bad", "good", at(1, 12)),
    ];
    const { text, made, left } = mendText(sentence, [wide, late], false);
    expect([text, made, left]).toEqual(["It is very good.", [late], [wide]]);
  });
});

describe("check --fix", () => {
  const note = "notes/model-card/data.md";
  const words = 'Fine words.\r\n\r\nIt opens :rate{ref="specificity@all" range="no"} of them.\r\n';
  const mended = words.replace(' range="no"', "");

  it("mends the directive of a note, keeps line ends and permissions, and says so", async () => {
    const root = await folder.project({ files: { [note]: words } });
    await chmod(path.join(root, note), 0o640);
    const before = await folder.run(["check", root]);
    expect(before.stderr).toContain("estimate-without-range");
    const { stderr, code } = await folder.run(["check", root, "--fix"]);
    expect(stderr).toMatch(
      /^fixed estimate-without-range \S*notes\/model-card\/data\.md:3:10 ":rate\{.*" -> ":rate\{ref="specificity@all"\}"$/m,
    );
    expect([code, await readFile(path.join(root, note), "utf8")]).toEqual([0, mended]);
    expect((await stat(path.join(root, note))).mode & 0o777).toBe(0o640);
    expect(await readdir(path.dirname(path.join(root, note)))).toEqual(["data.md"]);
  });

  it("tells what it did as data, and ends by what is left", async () => {
    const root = await folder.project({ files: { [note]: `${words}\nSome <b>words</b>.\n` } });
    const { stdout, code } = await folder.run(["check", root, "--fix", "--json", "--fail-on", "warning"]);
    const told = JSON.parse(stdout) as { fixed: object[]; messages: Message[] };
    expect(told.fixed).toMatchObject([{ code: "estimate-without-range", line: 3, column: 10 }]);
    expect([code, told.messages.map((message) => message.code)]).toEqual([1, ["raw-html", "raw-html"]]);
  });

  it("mends a text of the plan only so that nothing else of it changes", async () => {
    const ask = 'Open :rate{ref="specificity@all" range="no"} of them.';
    const document = { kind: "model-card", audience: "internal", decision: { ask } };
    const root = await folder.project({ plan: smallPlan({ documents: [document] }) });
    const plan = path.join(root, "forthright.yaml");
    const before = await readFile(plan, "utf8");
    expect(before).toContain('range="no"');
    await folder.run(["check", root, "--fix"]);
    expect(await readFile(plan, "utf8")).toBe(before.replace(' range="no"', ""));
  });

  it("leaves a link, and what an exception is about", async () => {
    const held = words.replace("of them.", "of them. <!-- lint-ok L11: told above -->");
    const root = await folder.project({ files: { [note]: held } });
    await folder.run(["check", root, "--fix"]);
    expect(await readFile(path.join(root, note), "utf8")).toBe(held);
    const linked = await folder.project();
    await mkdir(path.join(linked, "notes/model-card"), { recursive: true });
    await writeFile(path.join(linked, "shared.md"), words);
    await symlink("../../shared.md", path.join(linked, note));
    expect((await folder.run(["check", linked, "--fix"])).stderr).toContain("1 mend left");
    expect(await readFile(path.join(linked, "shared.md"), "utf8")).toBe(words);
  });

  it("is refused beside a saved Assessment", async () => {
    const { code, stderr } = await folder.run(["check", "--assessment", "x.json", "--fix"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("E-USAGE")]);
  });
});
