import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { canPrint } from "../export/test-browser.js";
import { everywhere } from "./everywhere.js";
import { hostileStrings } from "./hostile-strings.js";
import { markdownTables } from "./markdown-tables.js";
import { expectedPolicy, pageFacts, type PageFacts } from "./page-facts.js";
import { embeddedJson, readOutputs } from "./read-outputs.js";
import type { Run } from "./run-program.js";
import { openScriptingBrowser, type Behaviour, type ScriptingBrowser } from "./scripting-browser.js";
import { workspace, type Workspace } from "./workspace.js";

const kinds = ["briefing", "limitation-portfolio", "model-card"];

/** A build with one string in every name, and how its pages behave. */
interface Built {
  readonly run: Run;
  readonly files: Readonly<Record<string, string>>;
  readonly pages: readonly (Behaviour & { readonly html: string; readonly facts: PageFacts })[];
  /** What a reader reads, of all pages. */
  readonly text: string;
}

const folder = workspace();

describe.runIf(canPrint)("a hostile name", { timeout: 90_000 }, () => {
  let browser: ScriptingBrowser;
  let plain: Built;
  beforeAll(async () => {
    browser = await openScriptingBrowser();
    plain = await buildWith(folder, browser, "plain");
  });
  afterAll(() => browser.close());

  it("has a plain twin whose own script brings in its sliders, so that there is something to compare", () => {
    expect(
      plain.pages.filter(({ facts }) => facts.controls.some((one) => one.startsWith("INPUT range"))).length,
    ).toBe(1);
    expect(plain.pages.map(({ facts }) => facts.foreign)).toEqual([[], [], []]);
  });

  it("has a plain twin that is printed in every place that takes a name", () => {
    const { marks } = everywhere("plain");
    expect(marks.filter((mark) => !plain.text.includes(`${mark} plain`))).toEqual([]);
  });

  describe.each(hostileStrings)("that is $name", ({ text, shown }) => {
    let built: Built;
    beforeAll(async () => {
      built = await buildWith(folder, browser, text);
    });

    it("does not stop the build", () => {
      expect(built.run.stderr).not.toMatch(/E-INTERNAL|\n {4}at /);
      expect([0, 1]).toContain(built.run.code);
      expect(built.pages).toHaveLength(3);
    });

    it("runs nothing, asks for nothing and moves nothing", () => {
      for (const { ran, dialogs, requests, moves } of built.pages)
        expect({ ran, dialogs, requests, moves }).toEqual({ ran: [], dialogs: [], requests: [], moves: [] });
    });

    it("draws no complaint from the browser", () => {
      expect(built.pages.flatMap(({ complaints }) => complaints)).toEqual([]);
    });

    it("brings no element and no attribute of its own", () => {
      for (const [place, { facts }] of built.pages.entries()) {
        const { foreign, active, scripts, controls, ours } = facts;
        expect({ foreign, active, scripts }).toEqual({ foreign: [], active: [], scripts: [] });
        // Our own script is the one the plain twin has, and makes what it makes there.
        const twin = plain.pages[place]?.facts;
        expect({ controls, ours }).toEqual({ controls: twin?.controls, ours: twin?.ours });
      }
    });

    it("leaves the policy as the first thing after the letters, with the hash of the style", () => {
      for (const { facts } of built.pages)
        expect([facts.csp, facts.cspPlace]).toEqual([expectedPolicy(facts), 1]);
    });

    it("is read letter by letter wherever a plain name is read", () => {
      const visible = (shown ?? text.normalize("NFC")).replace(/\s+/g, " ");
      const places = everywhere(text).marks.filter((mark) => plain.text.includes(`${mark} plain`));
      expect(places.filter((mark) => !built.text.includes(`${mark} ${visible}`))).toEqual([]);
    });

    it("shows no letter that is invisible or turns the direction", () => {
      // Soft hyphens and joiners belong to ordinary writing.
      const suspect = /(?!\u00AD|\u200C|\u200D|\n|\t)\p{C}/gu;
      for (const [name, latin] of Object.entries(built.files)) {
        if (!/\.(html|md)$/.test(name)) continue;
        const page = Buffer.from(latin, "latin1").toString("utf8");
        const read = page.replace(/<script[\s\S]*?<\/script>/g, "");
        expect([
          name,
          [...new Set(read.match(suspect) ?? [])].map((letter) => letter.codePointAt(0)?.toString(16)),
        ]).toEqual([name, []]);
      }
    });

    it("breaks no table of the Markdown", () => {
      for (const kind of kinds) {
        const tables = markdownTables(markdownOf(built, kind));
        const widths = tables.map(({ widths: found }) => [...new Set(found)]);
        expect(widths.filter((found) => found.length !== 1)).toEqual([]);
        expect(tables).toHaveLength(markdownTables(markdownOf(plain, kind)).length);
      }
    });

    it("stands in the embedded JSON as it stands in the plan", () => {
      for (const { html } of built.pages)
        expect(embeddedJson(html)).toMatchObject({
          model: { name: `Name ${text}`, version: `Version ${text}`, licence: `Licence ${text}` },
        });
    });
  });
});

async function buildWith(
  { project, fresh, run }: Workspace,
  browser: ScriptingBrowser,
  text: string,
): Promise<Built> {
  const [root, out] = [await project(everywhere(text).parts), fresh("out")];
  const built = await run(["build", root, "--out", out, "--format", "html,md"]);
  const files = await readOutputs(out).catch(() => ({}));
  const names = Object.keys(files).filter((name) => name.endsWith(".html"));
  const pages = [];
  for (const name of names) {
    const html = await readFile(path.join(out, name), "utf8");
    const behaviour = await browser.open(html, pageFacts);
    pages.push({ ...behaviour, html, facts: behaviour.found as PageFacts });
  }
  return { run: built, files, pages, text: pages.map(({ facts }) => facts.text).join(" ") };
}

function markdownOf({ files }: Built, kind: string): string {
  const [, latin = ""] = Object.entries(files).find(([name]) => name.endsWith(`/${kind}.md`)) ?? [];
  return Buffer.from(latin, "latin1").toString("utf8");
}
