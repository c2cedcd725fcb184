import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { openBrowser, type OpenBrowser } from "../../src/export/browser.js";
import { printPdf } from "../../src/export/print-pdf.js";
import { packageFile } from "../../src/package-file.js";
import { readPages, type PrintedPage, type PrintedText } from "../export/read-pages.js";
import { canPrint, findTestBrowser } from "../export/test-browser.js";

/*
 * Documents as they lie on paper: A4, which is longer, and Letter, which is wider.
 */
const papers = { A4: [595, 842], letter: [612, 792] } as const;
type Paper = keyof typeof papers;

/** Pages of the kinds that have to stay short; of these every example is printed. */
const mostPages: Readonly<Record<string, number>> = {
  ...{ briefing: 1, "case-note": 1, "incident-brief": 1, "scenario-board": 1, "three-lenses": 1 },
  ...{ "talk-track": 1, "option-memo": 2, "pre-mortem": 2, "exception-protocol": 3 },
};
/** Of the long kinds, those of the example with the most kinds of evidence. */
const longOnes = /^selfie-match\//;

/** Margin of the style sheet in points, less a hair for rounding. */
const margin = 35.9;
/** Height in points that the sheet keeps for what is printed at its head and foot. */
const edge = 12;
/** Smallest letters in points: those of a stamp in the smallest setting. */
const smallest = 5.85;

interface Sheet {
  readonly name: string;
  readonly kind: string;
  readonly paper: Paper;
  readonly pages: readonly PrintedPage[];
  /** Words of every cell of the page, as `bare` writes them. */
  readonly cells: ReadonlySet<string>;
}
const sheets: Sheet[] = [];
let browser: OpenBrowser | null = null;

beforeAll(async () => {
  if (!canPrint) return;
  browser = await openBrowser(await findTestBrowser(), { noSandbox: false, timeoutMs: 60_000 });
  for (const [name, html] of await buildAll()) {
    const told = (await browser.evaluate(html, tellCells)) as string[];
    const cells = new Set(told.map(bare));
    const kind = path.basename(name).replace(/-(customer|executive)$/, "");
    for (const paper of ["A4", "letter"] as const)
      sheets.push({ name, kind, paper, cells, pages: await print(browser, kind, html, paper) });
  }
}, 300_000);
afterAll(() => browser?.close());

const tellCells = "[...document.querySelectorAll('td, th')].map((cell) => cell.textContent)";

/** Pages by "folder/kind", as the command line writes them. */
async function buildAll(): Promise<Map<string, string>> {
  const out = await mkdtemp(path.join(os.tmpdir(), "forthright-test-"));
  try {
    const examples = readdirSync(packageFile("examples"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => packageFile(`examples/${name}`));
    const program = packageFile("dist/cli.js");
    await promisify(execFile)(process.execPath, [program, "build", ...examples, "--out", out, "--quiet"]);
    const names = readdirSync(out, { recursive: true, encoding: "utf8" })
      .filter((file) => file.includes(path.sep) && file.endsWith(".html"))
      .map((file) => file.replace(".html", ""))
      .filter((name) => path.basename(name) in mostPages || longOnes.test(name));
    return new Map(names.sort().map((name) => [name, readFileSync(path.join(out, `${name}.html`), "utf8")]));
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

/** Prints as the program does, but for the size of the sheet; the policy of the page knows its style by its hash. */
async function print(open: OpenBrowser, kind: string, html: string, paper: Paper): Promise<PrintedPage[]> {
  const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
  const size = /@page\s*\{\s*size:\s*A4/;
  if (!policy.test(html) || !size.test(html)) throw new Error("The page has no policy, or no size of paper");
  const sized = html.replace(policy, "").replace(size, `@page{size:${paper}`);
  const facts = { title: kind, author: "", lang: "en", date: null, attachment: "{}" };
  const [pdf] = await printPdf([{ ...facts, html: sized, maxPages: mostPages[kind] ?? null }], open);
  if (pdf === undefined) throw new Error("Nothing was printed");
  return readPages(pdf.bytes);
}

/** Words without what a line break changes; capitals are set by the style. */
function bare(words: string): string {
  return words.replace(/[\s\u00ad\u200b\u2060]+/g, "").toLowerCase();
}

/** What is wrong on any page, with where it is. */
function faultsOf(look: (page: PrintedPage, sheet: Sheet) => readonly string[]): string[] {
  return sheets.flatMap((sheet) =>
    sheet.pages.flatMap((page, index) =>
      look(page, sheet).map((fault) => `${sheet.name}, ${sheet.paper}, page ${index + 1}: ${fault}`),
    ),
  );
}

/** What belongs to the document; the rest is printed by the sheet at its edges. */
function own({ texts }: PrintedPage): readonly PrintedText[] {
  return texts.filter(({ roles }) => roles.length > 0);
}

describe.runIf(canPrint)("on paper", () => {
  it("every kind of document is printed on both sizes", () => {
    const kinds = readdirSync(packageFile("templates/documents"))
      .filter((file) => file.endsWith(".md.hbs"))
      .map((file) => file.replace(".md.hbs", ""));
    for (const paper of ["A4", "letter"] as const) {
      const found = new Set(sheets.filter((sheet) => sheet.paper === paper).map(({ kind }) => kind));
      expect([...found].sort()).toEqual(kinds.sort());
    }
  });

  it("each page has the size that was asked for", () => {
    const off = faultsOf(({ width, height }, { paper }) => {
      const [wide, high] = papers[paper];
      return Math.abs(width - wide) < 1 && Math.abs(height - high) < 1 ? [] : [`${width} x ${height}`];
    });
    expect(off).toEqual([]);
  });

  it("what has to be short is short on both", () => {
    const long = sheets.filter(({ kind, pages }) => pages.length > (mostPages[kind] ?? Infinity));
    expect(long.map(({ name, paper, pages }) => `${name}, ${paper}: ${pages.length} pages`)).toEqual([]);
  });

  it("no text reaches into the margin or out of the sheet", () => {
    const off = faultsOf((page) => [
      ...own(page)
        .filter(({ left, right }) => left < margin || right > page.width - margin)
        .map(({ text }) => text),
      ...page.texts
        .filter(({ left, right, base, size }) => {
          const above = base + 0.7 * size > page.height - 4 || base < edge;
          return above || left < edge || right > page.width - edge;
        })
        .map(({ text }) => text),
    ]);
    expect(off).toEqual([]);
  });

  it("no text lies over another", () => {
    const off = faultsOf(({ texts }) =>
      texts.flatMap((one, index) =>
        texts
          .slice(index + 1)
          .filter((other) => overlap(one, other))
          .map((other) => `${one.text} / ${other.text}`),
      ),
    );
    expect(off).toEqual([]);
  });

  it("no letters are too small to read, those of pictures too", () => {
    const off = faultsOf(({ texts }) =>
      texts.filter(({ size }) => size < smallest).map(({ text, size }) => `${text} (${size.toFixed(1)} pt)`),
    );
    expect(off).toEqual([]);
  });

  it("no page ends with a heading, a title of a table or its head", () => {
    const off = faultsOf((page) => {
      const last = own(page).at(-1);
      return last?.roles.some((role) => /^(H[1-6]?|Caption|THead)$/.test(role)) === true ? [last.text] : [];
    });
    expect(off).toEqual([]);
  });

  it("no row of a table is cut: each cell on a page is a whole one", () => {
    const off = faultsOf((page, { cells }) => {
      const words = new Map<number, string>();
      for (const { cell, text } of page.texts)
        if (cell !== null) words.set(cell, (words.get(cell) ?? "") + text);
      return [...words.values()].filter((told) => !cells.has(bare(told)));
    });
    expect(off).toEqual([]);
  });
});

/** True where letters meet by more than a point each way. */
function overlap(one: PrintedText, other: PrintedText): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const top = ({ base, size }: PrintedText): number => base + 0.7 * size;
  return across > 1 && Math.min(top(one), top(other)) - Math.max(one.base, other.base) > 1;
}
