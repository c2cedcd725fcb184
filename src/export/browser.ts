import type { Browser as Puppet, Page } from "puppeteer-core";

import { UserError } from "../errors.js";
import { openPage } from "./chromium/open-page.js";
import { startChromium, startError, type Chromium } from "./chromium/start-chromium.js";
import type { Browser } from "./find-browser.js";

/** A browser to print with; close it in a `finally`. */
export interface OpenBrowser {
  /** "147.0.7727.0". */
  readonly version: string;
  /** One document as a tagged PDF with an outline. Scripts do not run and nothing is loaded. */
  print(html: string, options?: PrintOptions): Promise<Uint8Array>;
  /** What an expression gives in a document, as JSON: for measuring a laid-out page. */
  evaluate(html: string, expression: string, options?: PrintOptions): Promise<unknown>;
  close(): Promise<void>;
}

export interface PrintOptions {
  /** Longest time for one document, in milliseconds; defaults to the one the browser was opened with. */
  readonly timeoutMs?: number;
}

export interface OpenOptions {
  /** Goes without the sandbox; only when the user asked for it. */
  readonly noSandbox: boolean;
  /** Longest time to start the browser, and to print one document, in milliseconds. */
  readonly timeoutMs: number;
}

/** Documents at once: more pages than that do not print faster. */
const pagesAtOnce = 2;
/** Documents per page: a page that is reused keeps growing. */
const documentsPerPage = 50;
/** First Chromium that writes outlines and tags over the protocol. */
const oldestMajor = 122;

/** Starts the browser that `findBrowser` found. The only door to puppeteer, which is loaded here. */
export async function openBrowser(found: Browser, options: OpenOptions): Promise<OpenBrowser> {
  const first = await openSession(found, options);
  return new PrintingBrowser(found, options, first);
}

class PrintingBrowser implements OpenBrowser {
  readonly version: string;
  readonly #found: Browser;
  readonly #options: OpenOptions;
  readonly #sessions = new Set<Session>();
  /** The browser that all documents share, once it is open, and the promise of it. */
  #shared: Session | null;
  #opening: Promise<Session> | null;
  #free = pagesAtOnce;
  readonly #waiting: (() => void)[] = [];
  #closed = false;

  constructor(found: Browser, options: OpenOptions, first: Session) {
    this.version = first.version;
    this.#found = found;
    this.#options = options;
    this.#sessions.add(first);
    this.#shared = first;
    this.#opening = Promise.resolve(first);
  }

  async print(html: string, options: PrintOptions = {}): Promise<Uint8Array> {
    return this.#withPage(options, async (page) => {
      await page.setContent(html, { waitUntil: "load", timeout: 0 });
      return page.pdf({
        format: "A4",
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        outline: true,
        timeout: 0,
      });
    });
  }

  async evaluate(html: string, expression: string, options: PrintOptions = {}): Promise<unknown> {
    return this.#withPage(options, async (page) => {
      await page.setContent(html, { waitUntil: "load", timeout: 0 });
      return page.evaluate(expression);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#sessions].map((session) => session.kill()));
  }

  /** Runs a task on a free page; if the browser dies under it, once more in a new one. */
  async #withPage<T>(options: PrintOptions, task: (page: Page) => Promise<T>): Promise<T> {
    await this.#takeTurn();
    try {
      return await this.#inSession(await this.#sharedSession(), options, task);
    } catch (error) {
      this.#throwFinal(error);
      return await this.#withPageAlone(options, task);
    } finally {
      this.#endTurn();
    }
  }

  /** In a browser of its own: a neighbour whose document kills browsers must not take this one along again. */
  async #withPageAlone<T>(options: PrintOptions, task: (page: Page) => Promise<T>): Promise<T> {
    const session = await this.#newSession();
    try {
      return await this.#inSession(session, options, task);
    } catch (error) {
      this.#throwFinal(error);
      throw diedError(error);
    } finally {
      await this.#discard(session);
    }
  }

  /** Throws what a second attempt would not mend. */
  #throwFinal(error: unknown): void {
    if (error instanceof UserError || this.#isClosed()) throw error;
  }

  async #inSession<T>(
    session: Session,
    { timeoutMs = this.#options.timeoutMs }: PrintOptions,
    task: (page: Page) => Promise<T>,
  ): Promise<T> {
    try {
      return await within(timeoutMs, session.use(task), () => printTimeError(timeoutMs));
    } catch (error) {
      await this.#discard(session);
      throw error;
    }
  }

  async #sharedSession(): Promise<Session> {
    this.#opening ??= this.#openShared();
    return this.#opening;
  }

  async #openShared(): Promise<Session> {
    try {
      this.#shared = await this.#newSession();
      return this.#shared;
    } catch (error) {
      this.#opening = null;
      throw error;
    }
  }

  async #newSession(): Promise<Session> {
    if (this.#isClosed()) throw new Error("The browser is closed");
    const session = await openSession(this.#found, this.#options);
    this.#sessions.add(session);
    // Closed in the meantime: nobody else will end this one.
    if (this.#isClosed()) await this.#discard(session);
    return session;
  }

  #isClosed(): boolean {
    return this.#closed;
  }

  async #discard(session: Session): Promise<void> {
    this.#sessions.delete(session);
    if (this.#shared === session) {
      this.#shared = null;
      this.#opening = null;
    }
    await session.kill();
  }

  async #takeTurn(): Promise<void> {
    if (this.#free === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#free -= 1;
  }

  #endTurn(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }
}

/** One running browser with its idle pages. */
interface Session {
  readonly version: string;
  use<T>(task: (page: Page) => Promise<T>): Promise<T>;
  kill(): Promise<void>;
}

async function openSession(found: Browser, options: OpenOptions): Promise<Session> {
  const [puppeteer, chromium] = await Promise.all([
    import("puppeteer-core"),
    startChromium(found, options.noSandbox),
  ]);
  try {
    const connect = async (): Promise<Session> => {
      const puppet = await puppeteer.connect({
        transport: chromium.transport,
        defaultViewport: null,
        // Ours are the time limits: they end the process, which ends every call.
        protocolTimeout: 0,
      });
      const version = (await puppet.version()).replace(/^.*\//, "");
      if (Number.parseInt(version, 10) < oldestMajor) throw oldError(found, version);
      return { version, use: await pagesOf(puppet), kill: killOnce(chromium) };
    };
    return await within(options.timeoutMs, connect(), () => new Error("no answer"));
  } catch (error) {
    await chromium.kill();
    throw error instanceof UserError ? error : startError(found, chromium.lastWords());
  }
}

/** Lends idle pages to tasks, opening and renewing them as needed; the first is the one it started with. */
async function pagesOf(puppet: Puppet): Promise<Session["use"]> {
  const idle = await Promise.all((await puppet.pages()).map(openPage));
  return async (task) => {
    const page = idle.pop() ?? (await openPage(await puppet.newPage()));
    const result = await page.use(task);
    if (page.uses < documentsPerPage) idle.push(page);
    else await page.close();
    return result;
  };
}

function killOnce(chromium: Chromium): () => Promise<void> {
  let killing: Promise<void> | null = null;
  return () => (killing ??= chromium.kill());
}

async function within<T>(limitMs: number, work: Promise<T>, error: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(error()), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

function printTimeError(limitMs: number): UserError {
  return new UserError("limit", {
    code: "E-BROWSER-TIME",
    severity: "error",
    text: `Unexpected time for printing a document, expected at most ${limitMs / 1000} s.`,
    hint: "Shorten the document's tables, or raise the limit.",
  });
}

function diedError(error: unknown): UserError {
  const words = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
  return new UserError("environment", {
    code: "E-BROWSER-DIED",
    severity: "error",
    text: `Unexpected end of the browser while printing, twice. It said: ${words}`,
    hint: "Check the free memory, or name another browser with --browser.",
  });
}

function oldError(found: Browser, version: string): UserError {
  return new UserError("environment", {
    code: "E-BROWSER",
    severity: "error",
    text: `Unexpected Chromium ${version}, expected ${oldestMajor} or later.`,
    hint: `Found by ${found.source}. Update it, or name another one with --browser.`,
  });
}
