import os from "node:os";

import { openBrowser } from "../../../src/export/browser.js";
import { findBrowser } from "../../../src/export/find-browser.js";

// Prints until it is killed; writes one line when the first print is done.
const found = await findBrowser({ env: {}, platform: process.platform, home: os.homedir() });
const browser = await openBrowser(found, { noSandbox: false, timeoutMs: 30_000 });
const row = "<tr><th>a</th><td>b</td></tr>";
for (let count = 1; ; count += 1) {
  await browser.print(`<!doctype html><html lang="en"><body><table>${row.repeat(400)}</table></body></html>`);
  if (count === 1) process.stdout.write("printing\n");
}
