import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "puppeteer-core";
import puppeteer from "puppeteer-core";

import { startChromium } from "../../src/export/chromium/start-chromium.js";
import { findTestBrowser } from "../export/test-browser.js";

export interface Opening {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: "light" | "dark";
  readonly scripts?: boolean;
  /** As in an address, with its `#`. */
  readonly fragment?: string;
}

/** A document opened from a file, as by a double click, with every request but that for the file refused. */
export interface OpenedPage {
  readonly page: Page;
  readonly requests: readonly string[];
  /** Console errors and warnings, script errors, violations of the Content-Security-Policy. */
  readonly complaints: readonly string[];
  /** Runs an expression in the page. */
  readonly see: <T>(expression: string) => Promise<T>;
}

export interface SliderBrowser {
  readonly open: <T>(html: string, opening: Opening, task: (opened: OpenedPage) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** One browser for the tests of a file. */
export async function openSliderBrowser(): Promise<SliderBrowser> {
  const chromium = await startChromium(await findTestBrowser(), false);
  const puppet = await puppeteer.connect({ transport: chromium.transport, defaultViewport: null });
  // The browser runs as nobody where the tests run as root.
  const folder = await mkdtemp(path.join(os.tmpdir(), "forthright-sliders-"));
  await chmod(folder, 0o755);
  let files = 0;
  return {
    open: async (html, opening, task) => {
      files += 1;
      const file = path.join(folder, `page-${files}.html`);
      await writeFile(file, html, { mode: 0o644 });
      const page = await puppet.newPage();
      try {
        return await task(await load(page, pathToFileURL(file).href, opening));
      } finally {
        await page.close();
      }
    },
    close: async () => {
      await chromium.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function load(
  page: Page,
  address: string,
  { width = 1280, height = 900, scheme = "light", scripts = true, fragment = "" }: Opening,
): Promise<OpenedPage> {
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warn") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    const own = request.url().split("#")[0] === address || request.url().startsWith("data:");
    if (!own) requests.push(request.url());
    void (own ? request.continue() : request.abort()).catch(() => undefined);
  });
  await page.setRequestInterception(true);
  await page.setJavaScriptEnabled(scripts);
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.exposeFunction("complainOfPolicy", (text: string) => complaints.push(text));
  await page.evaluateOnNewDocument(
    `document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      complainOfPolicy(violatedDirective + " " + blockedURI))`,
  );
  await page.goto(`${address}${fragment}`, { waitUntil: "load" });
  return { page, requests, complaints, see: (expression) => page.evaluate(expression) as never };
}
