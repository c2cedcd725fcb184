import { mkdir, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";

import type { Message } from "../../src/errors.js";
import { packageFile } from "../../src/package-file.js";
import { smallPlan } from "../hostile/make-project.js";
import { workspace } from "../hostile/workspace.js";

const folder = workspace();
const oneInX = "It is wrong in 1 in 40 cases.";

interface Told {
  readonly exit: number;
  readonly messages: readonly Message[];
}

async function check(...args: readonly string[]): Promise<Told> {
  const { stdout, stderr } = await folder.run(["check", ...args, "--json"]);
  expect(stderr).toBe("");
  return JSON.parse(stdout) as Told;
}

async function text(name: string, content: string | Uint8Array): Promise<string> {
  await mkdir(path.dirname(folder.at(name)), { recursive: true });
  await writeFile(folder.at(name), content);
  return name;
}

describe("our own texts", () => {
  it.each(["README.md", "SECURITY.md"])("%s has no error and no warning", async (name) => {
    const { exit, messages } = await check(packageFile(name));
    expect([exit, messages]).toEqual([0, []]);
  });
});

describe("a Markdown file that belongs to no project", () => {
  it("is read by the rules that read words, with line, column and end", async () => {
    const name = await text("texts/pull-request.md", `# A change\n\nFine. ${oneInX}\n`);
    expect((await check(name)).messages).toMatchObject([
      {
        code: "one-in-x",
        alias: "L08",
        place: { file: name, line: 3, column: "Fine. It is wrong in ".length + 1 },
        end: { file: name, line: 3, column: "Fine. It is wrong in 1 in 40".length + 1 },
      },
    ]);
  });

  it("counts columns on the further lines of a paragraph, and lines behind front matter", async () => {
    const name = await text(
      "texts/wrapped.md",
      `---\ntitle: 1 in 9\n---\n\nIt is\nwrong in 1 in 40 cases.\n`,
    );
    const { messages } = await check(name);
    expect(messages.map(({ place }) => place)).toEqual([{ file: name, line: 6, column: 10 }]);
  });

  it("has its own exceptions; one of no use is a warning", async () => {
    const name = await text(
      "texts/own.md",
      `${oneInX} <!-- lint-ok L08: law -->\n\nOld. <!-- lint-ok L08: law -->\n`,
    );
    expect((await check(name)).messages).toMatchObject([
      { code: "lint-exception", severity: "warning", place: { file: name, line: 3 } },
    ]);
    const { stderr, code } = await folder.run(["check", name]);
    expect([code, stderr]).toEqual([
      0,
      expect.stringContaining("1 text read, 0 errors, 1 warning, 1 by exception"),
    ]);
  });

  it("knows no directives, reads no code, no table and no comment", async () => {
    const words = `At 10:am. \`1 in 40\` is code.\n\n    1 in 40\n\n| 1 in 40 |\n| - |\n\n<!-- 1 in 40 --> Fine <!-- 1 in 40 -->.\n`;
    expect((await check(await text("texts/quiet.md", words))).messages).toEqual([]);
  });

  it("is read beside others, and each message names its file", async () => {
    const names = [
      await text("texts/a.md", oneInX),
      await text("texts/b.txt", "Fine.\n"),
      await text("texts/c.md", oneInX),
    ];
    const { exit, messages } = await check(...names, "--fail-on", "warning");
    expect([exit, messages.map(({ place }) => place?.file)]).toEqual([1, [names[0], names[2]]]);
  });

  it("is read beside a project, whose files then name their folder", async () => {
    const root = await folder.project({ files: { "notes/model-card/data.md": oneInX } });
    const project = path.relative(folder.root, root);
    const { messages } = await check(project, await text("texts/d.md", oneInX));
    expect(messages.filter(({ code }) => code === "one-in-x").map(({ place }) => place?.file)).toEqual([
      `${project}/notes/model-card/data.md`,
      "texts/d.md",
    ]);
  });
});

describe("a text of a project", () => {
  const files = {
    "notes/model-card/data.md": `It opens :count{ref="recal@all"} of them.\n`,
    "notes/model-card/ethics.md": oneInX,
  };

  it("is read as part of it: its directives find their numbers, or miss them", async () => {
    const root = await folder.project({ files });
    const { messages } = await check(path.join(root, "notes/model-card/data.md"));
    expect(messages.map(({ code, place }) => [code, place?.file])).toEqual([
      ["dangling-reference", "notes/model-card/data.md"],
    ]);
    expect((await check(root)).messages.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["dangling-reference", "one-in-x"]),
    );
  });

  it("that is no note stands alone", async () => {
    const root = await folder.project({ files: { "README.md": oneInX, "notes/README.md": oneInX } });
    for (const name of ["README.md", "notes/README.md"]) {
      const { messages } = await check(path.join(root, name));
      expect(messages.map(({ place }) => place?.file)).toEqual([path.join(root, name)]);
    }
  });

  it("that no document shows is read all the same, and named once", async () => {
    const unshown = { "notes/model-card/dtaa.md": oneInX, "notes/brifing/why.md": "Fine.\n" };
    const root = await folder.project({ files: unshown });
    const { exit, messages } = await check(root);
    expect([exit, messages]).toMatchObject([
      0,
      [
        { code: "one-in-x", severity: "warning", place: { file: "notes/model-card/dtaa.md", line: 1 } },
        {
          code: "unused-note",
          severity: "hint",
          text: expect.stringMatching(/brifing\/why\.md, .*dtaa\.md/) as string,
        },
      ],
    ]);
    expect((await check(root, "--document", "model-card")).messages).toEqual([]);
  });

  it("keeps its exceptions whether a document shows it or not, also from a saved Assessment", async () => {
    const body = `---\nid: LIM-0001\ntitle: It errs at night.\ntype: SLC\nowner: Data\ndetection: {signal: errors at night, threshold: above 5 of 100}\n---\n\n${oneInX} <!-- lint-ok L08: law --><!-- lint-ok L21: law -->\n`;
    const note = { "notes/model-card/dtaa.md": `${oneInX} <!-- lint-ok L08: law -->\n` };
    const plan = smallPlan({ documents: [{ kind: "limitation-portfolio", audience: "internal" }] });
    const root = await folder.project({ plan, files: { ...note, "limitations/LIM-0001.md": body } });
    const codes = async (...args: string[]) => (await check(...args)).messages.map(({ code }) => code);
    expect(await codes(root)).toEqual(["unused-note"]);
    const { stdout } = await folder.run(["assess", root]);
    expect(await codes("--assessment", await text("saved.json", stdout))).toEqual(["unused-note"]);
  });
});

describe("what is no text", () => {
  it.each([
    ["an empty file", "", []],
    ["a byte order mark alone", "\uFEFF", []],
    ["a byte order mark and carriage returns", `\uFEFFFine.\r\n\r\n${oneInX}\r\n`, ["one-in-x :3:16"]],
    ["carriage returns alone", `Fine.\r\r${oneInX}\r`, ["one-in-x :3:16"]],
    ["bytes that are no letters", new Uint8Array([0x41, 0x0a, 0xff, 0xfe, 0x41]), ["E-ENCODING :2"]],
    ["a NUL byte", "Fine.\n\0", ["E-ENCODING :2"]],
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x41, 0x00]), ["E-ENCODING "]],
    ["five megabytes", "Fine words. ".repeat(450_000), ["E-TOO-LARGE "]],
    ["a comment of a million dashes that never ends", `<!--${"-".repeat(1_000_000)}`, []],
    ["a comment of a million dashes", `<!--${"-".repeat(1_000_000)}>\n\n${oneInX}`, ["one-in-x :3:16"]],
    ["a line of dashes", `Fine.\n\n${"-".repeat(500)}\n\n${oneInX}`, ["one-in-x :5:16"]],
    ["quotes in quotes", `${">".repeat(50_000)} x`, ["E-NOTE "]],
  ])("%s is a message or nothing, and others are read all the same", async (_what, content, told) => {
    const [name, other] = [await text("odd.md", content), await text("other.md", oneInX)];
    const { exit, messages } = await check(name, other);
    const places = messages.map(({ code, place }) => {
      const { file, line, column } = place ?? { file: "" };
      const at = [line, column].filter((part) => part !== undefined).map((part) => `:${part}`);
      return `${file} ${code} ${at.join("")}`;
    });
    expect(places.sort()).toEqual([...told.map((one) => `odd.md ${one}`), "other.md one-in-x :1:16"].sort());
    expect(exit).toBe(told.some((one) => one.startsWith("E-")) ? 1 : 0);
  });

  it("a link to a text is followed; one to nothing, a folder and a device are not texts", async () => {
    await text("target.md", oneInX);
    await symlink(folder.at("target.md"), folder.at("link.md"));
    await symlink(folder.at("nothing.md"), folder.at("broken.md"));
    await mkdir(folder.at("folder.md"));
    await symlink("/dev/zero", folder.at("device.md"));
    expect((await check("link.md")).messages.map(({ place }) => place?.file)).toEqual(["link.md"]);
    for (const [name, code] of [
      ["broken.md", "E-NO-FILE"],
      ["missing.md", "E-NO-FILE"],
      ["folder.md", "E-NO-PLAN"],
      ["device.md", "E-NO-FILE"],
    ] as const) {
      const { exit, messages } = await check(name);
      expect([exit, messages.map((message) => message.code)]).toEqual([3, [code]]);
    }
  });
});
