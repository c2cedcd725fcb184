import os from "node:os";
import process from "node:process";

import { openBrowser, type OpenBrowser } from "../export/browser.js";
import { findBrowser } from "../export/find-browser.js";
import { printPdf, type PrintedPdf, type PrintJob } from "../export/print-pdf.js";

/** One browser for a whole run, started while the evidence is still being counted. */
export interface Printer {
  readonly print: (jobs: readonly PrintJob[]) => Promise<PrintedPdf[]>;
  readonly close: () => Promise<void>;
}

const timeLimitMs = 60_000;

/**
 * Starts a browser in the background. That none was found, or that it does not start, is thrown by `print`,
 * so that the pages are written all the same.
 */
export function createPrinter({
  browser,
  noSandbox,
}: {
  readonly browser: string | null;
  readonly noSandbox: boolean;
}): Printer {
  const opening = open(browser, noSandbox);
  opening.catch(() => undefined); // Heard by `print`; a build that never prints does not care.
  return {
    print: async (jobs) => printPdf(jobs, await opening),
    close: async () => {
      const opened = await opening.catch(() => null);
      await opened?.close();
    },
  };
}

async function open(browser: string | null, noSandbox: boolean): Promise<OpenBrowser> {
  const found = await findBrowser({
    path: browser,
    env: process.env,
    platform: process.platform,
    home: os.homedir(),
  });
  return openBrowser(found, { noSandbox, timeoutMs: timeLimitMs });
}
