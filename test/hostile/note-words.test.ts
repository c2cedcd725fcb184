import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import { limitationFile, smallPlan, type ProjectParts } from "./make-project.js";
import { markdownTables } from "./markdown-tables.js";
import { workspace } from "./workspace.js";

/** What a build said and made of the model card of a small project. */
interface Card {
  readonly code: number | null;
  readonly said: string;
  /** The page without style and data. */
  readonly html: string;
  /** What a reader reads of the section that the note `data` stands in. */
  readonly data: string;
  /** Is a text to be read anywhere on the page? */
  readonly reads: (text: string) => boolean;
  readonly markdown: string;
}

const folder = workspace();

describe("the words of a note", () => {
  let plain: Card;
  beforeAll(async () => {
    plain = await cardOf({ "notes/data.md": "Before.\n\nAfter.\n" });
  });

  it("may hold a line of HTML without harm to the Markdown around it", async () => {
    const card = await cardOf({ "notes/data.md": "Before.\n\n<div>x</div>\n\nAfter.\n" });
    expect(markdownTables(card.markdown)).toHaveLength(markdownTables(plain.markdown).length);
    expect(card.markdown).toMatch(/^After\.$/m);
  });

  it("are kept between two HTML comments", async () => {
    const card = await cardOf({ "notes/data.md": "<!-- a --> kept words <!-- b -->\n" });
    expect(card.data).toContain("kept words");
  });

  it("are kept letter by letter where they look like a directive", async () => {
    const words = "Meet at 10:am[x]{y=z}, ratio a:b{.c}, 9:30";
    expect((await cardOf({ "notes/data.md": `${words}\n` })).data).toContain(words);
  });

  it("lead where their own note says, whatever another note calls its links", async () => {
    const card = await cardOf({
      "notes/data.md": "See [here][r].\n\n[r]: https://a.example/\n",
      "notes/ethics.md": "See [there][r].\n\n[r]: https://b.example/\n",
    });
    const links = [...card.html.matchAll(/<a href="([^"]*)">(t?here)<\/a>/g)].map(([, href, text]) => [
      text,
      href,
    ]);
    expect(links).toEqual([
      ["here", "https://a.example/"],
      ["there", "https://b.example/"],
    ]);
  });

  it("keep their own footnotes, whatever another note calls its own", async () => {
    const card = await cardOf({
      "notes/data.md": "Data[^1].\n\n[^1]: Footnote of data.\n",
      "notes/ethics.md": "Ethics[^1].\n\n[^1]: Footnote of ethics.\n",
    });
    expect(["Footnote of data.", "Footnote of ethics."].filter((words) => !card.reads(words))).toEqual([]);
  });

  it("hold no link within the page that leads nowhere", async () => {
    const { html } = await cardOf({ "notes/data.md": "Data[^1].\n\n[^1]: Footnote of data.\n" });
    const targets = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
    expect(targets.filter((id) => !html.includes(`id="${id ?? ""}"`))).toEqual([]);
  });

  it("show where a link leads when they name another host", async () => {
    const card = await cardOf({ "notes/data.md": "[https://bank.example](https://evil.example/x)\n" });
    expect(card.data).toMatch(/https:\/\/bank\.example\W+(https:\/\/)?evil\.example/);
  });

  it("show letters of private use as their codes and nothing in their place", async () => {
    const card = await cardOf({ "notes/data.md": "a \uE0000\uE001 b \uE0003\uE001 c\n" });
    expect(card.data).toContain("a [U+E000]0[U+E001] b [U+E000]3[U+E001] c");
  });

  it("show direction-changing letters as their codes inside code, too", async () => {
    const card = await cardOf({ "notes/data.md": "`x\u202Ey`\n\n```\nz\u2066\n```\n" });
    expect(card.data).toContain("x[U+202E]y");
    expect(card.data).toContain("z[U+2066]");
  });

  it("are not faulted for joiners, which emoji and Persian are written with", async () => {
    const card = await cardOf({ "notes/data.md": "An astronaut 👩\u200D🚀 reads می\u200Cخواهم.\n" });
    expect(card.said).not.toContain("invisible-character");
  });

  it("keep the description of a picture, which itself is left out and named", async () => {
    const card = await cardOf({ "notes/data.md": "![a described picture](https://evil.example/p.gif)\n" });
    expect(card.data).toContain("a described picture");
    expect(card.said).toMatch(/image-in-note notes\/data\.md:1:1/);
  });

  it("are the same with a byte order mark and other line ends", async () => {
    const other = await cardOf({ "notes/data.md": "\uFEFFBefore.\r\n\r\nAfter.\r\n" });
    expect(other.html === plain.html).toBe(true);
  });
});

describe("a message about an author's text", () => {
  it("names the line of a note", async () => {
    const { said } = await cardOf({ "notes/data.md": "One.\n\nTwo [x](javascript:y).\n" });
    expect(said).toContain("link-target notes/data.md:3:5");
  });

  it("names the line of a limitation's file, its head included", async () => {
    const file = limitationFile("LIM-0001", "One.\n\nTwo [x](javascript:y).");
    const line = file.split("\n").findIndex((text) => text.startsWith("Two")) + 1;
    const { said } = await cardOf({ "limitations/LIM-0001.md": file }, "limitation-portfolio");
    expect(said).toContain(`link-target limitations/LIM-0001.md:${line}:5`);
  });

  it("names the line of the plan, for a text of the plan", async () => {
    const documents = [
      { kind: "model-card", audience: "internal", decision: { ask: "Go [x](javascript:y)." } },
    ];
    const { said } = await cardOf({}, "model-card", smallPlan({ documents }));
    const root = lastProject;
    const lines = (await readFile(path.join(root, "forthright.yaml"), "utf8")).split("\n");
    expect(said).toContain(
      `link-target forthright.yaml:${lines.findIndex((text) => text.includes("ask:")) + 1}:`,
    );
  });

  it("names the author's file for a headline the author asked for", async () => {
    const documents = [{ kind: "briefing", audience: "internal", headline: ["recal@all"] }];
    const { said } = await cardOf({}, "briefing", smallPlan({ documents }));
    expect(said).toMatch(/dangling-reference forthright\.yaml:\d+/);
  });

  it("holds no letter that a terminal obeys or that turns the direction", async () => {
    const { said } = await cardOf(
      { "notes/data.md": "Look \u001B[31mred\u202E here.\n" },
      "model-card",
      smallPlan({ model: { name: "Small \u001B]0;title\u0007\u202Emodel" } }),
    );
    expect(said.match(/(?!\n)[\p{Cc}\p{Cf}]/gu)).toBeNull();
  });
});

describe("a note that is no UTF-8 text", () => {
  const cases = [
    ["a NUL byte", Buffer.from("one\ntwo \0\n"), "E-ENCODING notes/data.md:2"],
    ["UTF-16", Buffer.from("\uFEFFtext", "utf16le"), "E-ENCODING notes/data.md"],
    ["UTF-16 without a mark", Buffer.from("text", "utf16le"), "E-ENCODING notes/data.md"],
    ["Latin-1", Buffer.from("one\ntwo\ncaf\u00E9 three\n", "latin1"), "E-ENCODING notes/data.md:3"],
    ["half a surrogate pair", Buffer.from([0x61, 0x0a, 0xed, 0xa0, 0x80]), "E-ENCODING notes/data.md:2"],
  ] as const;

  it.each(cases)("(%s) is named, and the other notes are printed", async (_name, bytes, message) => {
    const card = await cardOf({ "notes/data.md": bytes, "notes/ethics.md": "The other note.\n" });
    expect(card.said).toContain(message);
    expect(card.reads("The other note.")).toBe(true);
    expect(card.code).toBe(1);
  });
});

let lastProject = "";

async function cardOf(
  files: ProjectParts["files"] = {},
  kind = "model-card",
  plan = smallPlan({ documents: [{ kind, audience: "internal" }] }),
): Promise<Card> {
  const [root, out] = [await folder.project({ plan, files }), folder.fresh("out")];
  lastProject = root;
  const { code, stderr } = await folder.run(["build", root, "--out", out, "--format", "html,md,json"]);
  const [name = ""] = (await readdir(out)).filter((entry) => !entry.startsWith("."));
  const built = async (ending: string): Promise<string> =>
    readFile(path.join(out, name, `${kind}.${ending}`), "utf8");
  const html = (await built("html")).replace(/<(style|script)[^>]*>[\s\S]*?<\/\1>/g, "");
  const text = readable(html);
  const at = text.lastIndexOf("The model and its data");
  return {
    code,
    said: stderr,
    html,
    data: text.slice(at, at + 400),
    reads: (words) => text.includes(words),
    markdown: await built("md"),
  };
}

function readable(html: string): string {
  const letters: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&" };
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:#x([0-9A-F]+)|(lt|gt|quot|amp));/gi, (_, hex: string | undefined, name: string) =>
      hex === undefined ? (letters[name] ?? "") : String.fromCodePoint(Number.parseInt(hex, 16)),
    )
    .replace(/\s+/g, " ");
}
