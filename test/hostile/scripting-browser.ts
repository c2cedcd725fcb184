import type { HTTPRequest, Page } from "puppeteer-core";
import { connect } from "puppeteer-core";

import { startChromium } from "../../src/export/chromium/start-chromium.js";
import { findTestBrowser } from "../export/test-browser.js";

/** What a page did when a reader opened it and touched everything. */
export interface Behaviour {
  /** Names that scripts called `ran` with: anything here is a script that ran. */
  readonly ran: readonly string[];
  readonly dialogs: readonly string[];
  /** Addresses it asked for, other than its own and those within it; all were refused. */
  readonly requests: readonly string[];
  /** Addresses the whole window tried to move to. */
  readonly moves: readonly string[];
  /** Complaints of the page's console. */
  readonly complaints: readonly string[];
  /** What the expression gave, as JSON. */
  readonly found: unknown;
}

/** A browser with scripts on and no network, for pages that must not run any. */
export interface ScriptingBrowser {
  /** Opens a page as a reader would, touches every element, and evaluates an expression at the end; `source` is its bytes. */
  readonly open: (html: string, expression?: string) => Promise<Behaviour>;
  readonly close: () => Promise<void>;
}

const address = "https://reader.example/report.html";

/** Starts Chromium with the flags of the product, but with scripts on: the reader's browser, not the printer's. */
export async function openScriptingBrowser(): Promise<ScriptingBrowser> {
  const chromium = await startChromium(await findTestBrowser(), false);
  const puppet = await connect({ transport: chromium.transport, defaultViewport: null });
  const idle: Reader[] = [];
  return {
    open: async (html, expression = "null") => {
      const reader = idle.pop() ?? (await openReader(await puppet.newPage()));
      const behaviour = await reader(html, expression);
      idle.push(reader);
      return behaviour;
    },
    close: () => chromium.kill(),
  };
}

type Reader = (html: string, expression: string) => Promise<Behaviour>;

interface Seen {
  readonly ran: string[];
  readonly dialogs: string[];
  readonly requests: string[];
  readonly moves: string[];
  readonly complaints: string[];
}

/** A tab that shows one document after the other. */
async function openReader(page: Page): Promise<Reader> {
  let seen = nothing();
  let body: string | null = null;
  page.on("dialog", (dialog) => {
    seen.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) seen.complaints.push(message.text());
  });
  page.on("pageerror", (error) => seen.complaints.push(String(error)));
  await page.exposeFunction("ran", (name: unknown) => void seen.ran.push(String(name)));
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const own = body;
    if (request.url() === address) body = null; // Given out once: a second time the page moved.
    void answer(request, own, seen);
  });
  return async (html, expression) => {
    await page.goto("about:blank"); // Not only new contents: the last one's policy would stay in force.
    seen = nothing();
    body = html;
    await page.goto(address, { waitUntil: "load", timeout: 20_000 });
    await page.evaluate(touchEverything);
    await page.evaluate(`globalThis.source = ${JSON.stringify(html)}`); // What was sent, beside what became of it.
    const found: unknown = await page.evaluate(expression);
    return { ...seen, found };
  };
}

function nothing(): Seen {
  return { ran: [], dialogs: [], requests: [], moves: [], complaints: [] };
}

async function answer(request: HTTPRequest, body: string | null, seen: Seen): Promise<void> {
  const url = request.url();
  const isTop = request.isNavigationRequest() && request.frame()?.parentFrame() === null;
  try {
    if (url === address && isTop && body !== null) {
      await request.respond({ contentType: "text/html; charset=utf-8", body });
      return;
    }
    if (url === "about:blank" || (/^data:/i.test(url) && !isTop)) {
      await request.continue();
      return;
    }
    (isTop ? seen.moves : seen.requests).push(url);
    await request.abort("aborted");
  } catch {
    // The page went away in the meantime, and the request with it.
  }
}

/**
 * Every event a reader may cause, on every element; links to the web are not followed, for that is what they
 * are for. Runs in the page.
 */
const touchEverything = `(async () => {
  const events = ["mouseover", "mouseenter", "mousemove", "pointerover", "pointerrawupdate", "mousedown", "mouseup",
    "focus", "focusin", "blur", "keydown", "keyup", "input", "change", "toggle", "load", "error", "wheel", "scroll",
    "copy", "paste", "drag", "dragstart", "drop", "animationstart", "animationend", "transitionend", "beforetoggle",
    "contextmenu", "auxclick", "dblclick", "submit", "reset", "begin", "end", "resize", "pageshow", "hashchange"];
  for (const element of [...document.querySelectorAll("*")].slice(0, 6000)) {
    for (const name of events) element.dispatchEvent(new Event(name, { bubbles: false, cancelable: true }));
    if (element instanceof HTMLDetailsElement) element.open = true;
    const href = element.getAttribute?.("href") ?? element.getAttribute?.("xlink:href");
    const isWebLink = href !== null && /^(https?:|mailto:)/i.test(href);
    try { if (!isWebLink && typeof element.click === "function") element.click(); } catch {}
    try { if (element.tabIndex >= 0) element.focus(); } catch {}
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
})()`;
