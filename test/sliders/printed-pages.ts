import { openBrowser } from "../../src/export/browser.js";
import { printPdf } from "../../src/export/print-pdf.js";
import { readPdf } from "../export/read-pdf.js";
import { findTestBrowser } from "../export/test-browser.js";

/** Pages of a one-page document as the program prints it: a little smaller, where that saves a page. */
export async function printedPages(html: string): Promise<number> {
  const browser = await openBrowser(await findTestBrowser(), { noSandbox: false, timeoutMs: 60_000 });
  try {
    const facts = { title: "Page", author: "", lang: "en", date: null, attachment: "{}", maxPages: 1 };
    const [pdf] = await printPdf([{ ...facts, html }], browser);
    if (pdf === undefined) throw new Error("Nothing was printed");
    return (await readPdf(pdf.bytes)).pages;
  } finally {
    await browser.close();
  }
}
