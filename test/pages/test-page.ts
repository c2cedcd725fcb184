import type { Browser as Puppet, Page } from "puppeteer-core";
import puppeteer from "puppeteer-core";

import { startChromium } from "../../src/export/chromium/start-chromium.js";
import { findTestBrowser } from "../export/test-browser.js";

export interface View {
  readonly width: number;
  readonly height?: number;
  readonly scheme?: "light" | "dark";
  /** False switches the page's own scripts off; the test can still look at it. */
  readonly scripts?: boolean;
}

/** What a document asked for or complained about while it was shown. */
export interface Shown {
  readonly page: Page;
  /** Addresses of everything requested but `data:` URLs, which lie in the document itself. */
  readonly requests: readonly string[];
  /** Console errors, violations of the Content-Security-Policy and script errors. */
  readonly complaints: readonly string[];
}

export interface TestBrowser {
  /** Shows a document in a window of its own and runs a task on it. */
  show<T>(html: string, view: View, task: (shown: Shown) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The browser that documents are printed with, with a window that a test can size, and every request refused. */
export async function openTestBrowser(): Promise<TestBrowser> {
  const chromium = await startChromium(await findTestBrowser(), false);
  const puppet = await puppeteer.connect({ transport: chromium.transport, defaultViewport: null });
  return {
    show: (html, view, task) => show(puppet, html, view, task),
    close: () => chromium.kill(),
  };
}

async function show<T>(
  puppet: Puppet,
  html: string,
  { width, height = 900, scheme = "light", scripts = true }: View,
  task: (shown: Shown) => Promise<T>,
): Promise<T> {
  const page = await puppet.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warn") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    const own = request.url().startsWith("data:") || request.url() === "about:blank";
    if (!own) requests.push(request.url());
    void (own ? request.continue() : request.abort()).catch(() => undefined);
  });
  try {
    await page.setRequestInterception(true);
    await page.setJavaScriptEnabled(scripts);
    await page.setViewport({ width, height });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.setContent(html, { waitUntil: "load" });
    return await task({ page, requests, complaints });
  } finally {
    await page.close();
  }
}
