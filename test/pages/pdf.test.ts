import { beforeAll, describe, expect, it } from "vitest";

import { canonicalJson } from "../../src/model/canonical-json.js";
import { flattenStructure, readPdf, type PdfContents } from "../export/read-pdf.js";
import { canPrint } from "../export/test-browser.js";
import { buildExamples, documentAt, documentNames, type BuiltDocument } from "./built-examples.js";

let built: Map<string, BuiltDocument>;
const read = new Map<string, PdfContents>();

beforeAll(async () => {
  if (!canPrint) return;
  built = await buildExamples({ pdf: true });
  for (const [name, { pdf }] of built) if (pdf !== null) read.set(name, await readPdf(pdf));
});

function pdfAt(name: string): PdfContents {
  const contents = read.get(name);
  if (contents === undefined) throw new Error(`${name} was not printed`);
  return contents;
}

/** Text of each page with single spaces. */
function pagesOf({ text }: PdfContents): string[] {
  return text.split("\n").map((page) => page.replace(/\s+/g, " "));
}

describe.runIf(canPrint).each(documentNames)("the print of %s", (name) => {
  it("is tagged, has an outline, a language and the title of its page", () => {
    const { isTagged, outline, facts } = pdfAt(name);
    const title = /<title>([^<]*)<\/title>/.exec(documentAt(built, name).html)?.[1];
    expect([isTagged, facts["Language"], facts["Title"]]).toEqual([true, "en", unescape(title ?? "")]);
    expect(outline.length).toBeGreaterThan(0);
  });

  it("has the alternative text of every picture of the page", () => {
    // The slider of a page is not printed, and neither is its picture.
    const html = documentAt(built, name).html.replace(/<details class="what-if">[\s\S]*?<\/details>/, "");
    const labels = [...html.matchAll(/<svg[^>]*role="img"[^>]*aria-label="([^"]*)"/g)].map(([, label = ""]) =>
      unescape(label),
    );
    const figures = flattenStructure(pdfAt(name).structure).flatMap(({ alt }) =>
      alt === undefined ? [] : [alt],
    );
    expect(labels.filter((label) => !figures.includes(label))).toEqual([]);
  });

  it("names the model and numbers its pages at the foot of each", () => {
    const contents = pdfAt(name);
    const { model } = documentAt(built, name).assessment;
    const pages = pagesOf(contents);
    expect(pages).toHaveLength(contents.pages);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(model.version === undefined ? model.name : `${model.name} ${model.version}`);
      expect(page).toMatch(new RegExp(`\\b${index + 1} ?/ ?${contents.pages}\\b`));
    }
  });

  it("prints the notice of its project on every page", () => {
    const { notice } = documentAt(built, name).assessment;
    const start = (notice ?? "").slice(0, 40);
    expect(start).toMatch(name.startsWith("application-fraud") ? /^Synthetic/ : /^Teaching example/);
    expect(pagesOf(pdfAt(name)).filter((page) => !page.includes(start))).toEqual([]);
  });

  it("carries the data that the page embeds", () => {
    const { html } = documentAt(built, name);
    const embedded = /<script type="application\/json"[^>]*>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
    const attached = pdfAt(name).attachments["assessment.json"];
    const text = new TextDecoder().decode(attached?.content);
    expect(JSON.parse(text)).toEqual(JSON.parse(embedded));
    expect(text).toBe(canonicalJson(JSON.parse(embedded)));
  });

  it("goes nowhere but to the web and to mail", () => {
    expect(pdfAt(name).links.filter((link) => !/^(https?|mailto):/.test(link))).toEqual([]);
  });
});

describe.runIf(canPrint)("a briefing", () => {
  it.each(documentNames.filter((name) => name.endsWith("/briefing")))("%s has one page", (name) => {
    expect(pdfAt(name).pages).toBe(1);
  });
});

function unescape(text: string): string {
  const named: Readonly<Record<string, string>> = { "&amp;": "&", "&quot;": '"', "&lt;": "<", "&gt;": ">" };
  return text.replace(/&(amp|quot|lt|gt);/g, (entity) => named[entity] ?? entity);
}
