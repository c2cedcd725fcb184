import { createHash } from "node:crypto";
import os from "node:os";

import { openBrowser } from "../../../src/export/browser.js";
import { findBrowser } from "../../../src/export/find-browser.js";
import { printPdf } from "../../../src/export/print-pdf.js";

// Prints the page in the variable PAGE and writes the SHA-256 of the PDF.
const home = process.env["REAL_HOME"] ?? os.homedir();
const found = await findBrowser({ env: {}, platform: process.platform, home });
const browser = await openBrowser(found, { noSandbox: false, timeoutMs: 30_000 });
try {
  const html = process.env["PAGE"] ?? "";
  const job = { html, title: "Fixed", author: "A", lang: "en", date: null, attachment: "{}", maxPages: null };
  const [printed] = await printPdf([job], browser);
  process.stdout.write(
    createHash("sha256")
      .update(printed?.bytes ?? "")
      .digest("hex"),
  );
} finally {
  await browser.close();
}
