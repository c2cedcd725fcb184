import { createHash } from "node:crypto";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, type OpenBrowser } from "../../src/export/browser.js";
import { printPdf, type PrintJob } from "../../src/export/print-pdf.js";
import { flattenStructure, readPdf } from "./read-pdf.js";
import { bundleScript, runScript } from "./run-script.js";
import { canPrint, embeddedFont, findTestBrowser, pageOf } from "./test-browser.js";

const body = `<header><h1>Model card</h1></header><main><section aria-labelledby="x"><h2 id="x">Errors</h2>
<p>A <strong>strong</strong> and an <em>emphasised</em> word, <code>code</code>, <a href="#x">here</a> and
<a href="https://example.org/">there</a>. <bdi>שלום</bdi></p>
<aside>Aside</aside><blockquote><p>Quote</p></blockquote><ul><li>One</li></ul><dl><dt>Term</dt><dd>Meaning</dd></dl>
<figure><svg role="img" aria-label="Bars of recall by region" width="40" height="40"><path d="M0 0h40v40z"/></svg>
<figcaption>Recall</figcaption></figure>
<table><caption>Slices</caption><thead><tr><th scope="col">Slice</th><th scope="col">n</th></tr></thead>
<tbody><tr><th scope="row">North</th><td>30</td></tr><tr><th scope="row">South</th><td>70</td></tr></tbody></table>
</section></main>`;

const attachment = JSON.stringify({ name: "Ünïcode ≥ 0.5", hostile: "</script>\u2028{{x}}" }, null, 2);

function jobOf(more: Partial<PrintJob> = {}): PrintJob {
  return {
    html: pageOf(body),
    title: "Card (draft) </title> \u05d0",
    author: "A. Author",
    subject: "Churn model",
    lang: "en",
    date: "2026-11-21",
    attachment,
    maxPages: null,
    ...more,
  };
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

describe.runIf(canPrint)("printPdf", () => {
  let browser: OpenBrowser;
  beforeAll(async () => {
    browser = await openBrowser(await findTestBrowser(), { noSandbox: false, timeoutMs: 30_000 });
  });
  afterAll(() => browser.close());

  async function printOne(
    more: Partial<PrintJob> = {},
  ): Promise<{ bytes: Uint8Array; pages: number; fitted: boolean }> {
    const [printed] = await printPdf([jobOf(more)], browser);
    if (printed === undefined) throw new Error("Nothing printed");
    return printed;
  }

  it("sets the facts of the document", async () => {
    const { bytes, pages, fitted } = await printOne();
    expect({ pages, fitted }).toEqual({ pages: 1, fitted: false });
    const pdf = await readPdf(bytes);
    expect(pdf.facts).toMatchObject({
      Title: "Card (draft) </title> \u05d0",
      Author: "A. Author",
      Subject: "Churn model",
      Creator: "Forthright 0.1.0",
      CreationDate: "D:20261121000000Z",
      ModDate: "D:20261121000000Z",
      Language: "en",
    });
    expect(pdf.outline).toEqual(["Model card"]);
    expect(pdf.links).toEqual(["https://example.org/"]);
    const undated = await readPdf((await printOne({ date: null })).bytes);
    expect(undated.facts["CreationDate"]).toBe("D:19800101000000Z");
  });

  it("attaches the Assessment as it is", async () => {
    const { attachments } = await readPdf((await printOne()).bytes);
    expect(Object.keys(attachments)).toEqual(["assessment.json"]);
    const file = attachments["assessment.json"];
    expect(new TextDecoder().decode(file?.content)).toBe(attachment);
    expect(file?.description).toContain("Assessment");
  });

  it("keeps the structure, with texts for pictures and types that every reader knows", async () => {
    const { bytes } = await printOne();
    const { structure, isTagged } = await readPdf(bytes);
    expect(isTagged).toBe(true);
    const nodes = flattenStructure(structure);
    expect(nodes.find(({ alt }) => alt !== undefined)).toMatchObject({
      role: "Figure",
      alt: "Bars of recall by region",
    });
    expect(nodes.find(({ role }) => role === "Document")?.lang).toBe("en");
    const roles = new Set(nodes.map(({ role }) => role));
    for (const role of ["H1", "H2", "P", "L", "LI", "Table", "TH", "TD", "BlockQuote"])
      expect(roles).toContain(role);
    const { PDFDict, PDFDocument, PDFName } = await import("@cantoo/pdf-lib");
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(document.catalog.lookup(PDFName.of("ViewerPreferences"), PDFDict).toString()).toContain(
      "/DisplayDocTitle true",
    );
    const tree = document.catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict);
    const mapped = tree.lookup(PDFName.of("RoleMap"), PDFDict).keys().map(String);
    const types = document.context.enumerateIndirectObjects().flatMap(([, object]) => {
      if (!(object instanceof PDFDict) || object.get(PDFName.of("Type")) !== PDFName.of("StructElem"))
        return [];
      return [String(object.get(PDFName.of("S")))];
    });
    expect(types).toContain("/Strong");
    expect(
      [...new Set(types)].filter((type) => !mapped.includes(type) && !ofPdf17.includes(type.slice(1))),
    ).toEqual([]);
    expect(document.context.trailerInfo.ID).toBeUndefined();
  });

  it("gives the same bytes for the same input: again, side by side, on used pages", async () => {
    const first = sha256((await printOne()).bytes);
    expect(sha256((await printOne()).bytes)).toBe(first);
    await browser.print(pageOf("<table><tr><th>a</th></tr></table>".repeat(30)));
    const both = await printPdf([jobOf(), jobOf({ title: "Other" }), jobOf()], browser);
    expect([0, 2].map((index) => sha256(both[index]?.bytes ?? new Uint8Array()))).toEqual([first, first]);
  });

  it("gives the same bytes in another process, time zone, language and home", async () => {
    const script = await bundleScript("print-fixed");
    const home = await mkdtemp(path.join(os.tmpdir(), "forthright-test-"));
    try {
      const env = { PAGE: pageOf(body), REAL_HOME: os.homedir() };
      const [here, there] = await Promise.all([
        runScript(script, { ...env, TZ: "UTC" }),
        runScript(script, { ...env, TZ: "America/Los_Angeles", LANG: "de_DE.UTF-8", HOME: home }),
      ]);
      expect(here).toMatch(/^[0-9a-f]{64}$/);
      expect(there).toBe(here);
    } finally {
      await rm(home, { recursive: true, force: true });
      await rm(path.dirname(script), { recursive: true, force: true });
    }
  });

  it("sets smaller letters, in steps, when there are too many pages", async () => {
    const style = `${embeddedFont} @media print{html.fit-1{font-size:9pt}html.fit-2{font-size:4pt}}`;
    const html = pageOf("<p>line</p>".repeat(30), style);
    const usual = await printOne({ html, maxPages: 9 });
    expect(usual).toMatchObject({ pages: 2, fitted: false });
    expect(await printOne({ html, maxPages: 1 })).toMatchObject({ pages: 1, fitted: true });
    const long = pageOf("<p>line</p>".repeat(70), style);
    expect(await printOne({ html: long, maxPages: 1 })).toMatchObject({ pages: 1, fitted: true });
    const hopeless = await printOne({ html: pageOf("<p>line</p>".repeat(900), style), maxPages: 1 });
    expect(hopeless.fitted).toBe(true);
    expect(hopeless.pages).toBeGreaterThan(1);
  });

  it("refuses a blank PDF, as a machine without fonts prints it", async () => {
    const folder = await mkdtemp("/tmp/forthright-test-");
    const fontConfig = path.join(folder, "fonts.conf");
    await chmod(folder, 0o755);
    await writeFile(fontConfig, "<fontconfig></fontconfig>");
    const found = await findTestBrowser();
    const fontless = await openBrowser({ ...found, fontConfig }, { noSandbox: false, timeoutMs: 30_000 });
    try {
      const job = jobOf({ html: pageOf("<p>unseen</p>", "") });
      await expect(printPdf([job], fontless)).rejects.toThrow("E-BLANK-PDF");
    } finally {
      await fontless.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

/** Standard structure types of ISO 32000-1, 14.8.4. */
const ofPdf17 =
  "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form".split(
    " ",
  );
