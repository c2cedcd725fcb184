import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { UserError } from "../../src/errors.js";
import { openBrowser, type OpenBrowser } from "../../src/export/browser.js";
import type { Browser } from "../../src/export/find-browser.js";
import { readPdf } from "./read-pdf.js";
import {
  canPrint,
  findTestBrowser,
  isRoot,
  longPage,
  ownBrowsers,
  ownRenderers,
  pageOf,
  until,
} from "./test-browser.js";

const usual = { noSandbox: false, timeoutMs: 30_000 };

async function messageOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UserError)) throw new Error(`Unexpected ${String(error)}, expected a UserError`);
  return `${error.failure} ${error.message}`;
}

describe.runIf(canPrint)("openBrowser", () => {
  let found: Browser;
  let browser: OpenBrowser;
  let root: string;

  beforeAll(async () => {
    found = await findTestBrowser();
    browser = await openBrowser(found, usual);
    root = await mkdtemp(path.join(os.tmpdir(), "forthright-test-"));
    await chmod(root, 0o755);
  });
  afterAll(async () => {
    await browser.close();
    await rm(root, { recursive: true, force: true });
    expect(ownBrowsers()).toEqual([]);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it("prints text in an embedded font on A4, tagged and outlined", async () => {
    expect(browser.version).toMatch(/^147\.0\.\d+\.\d+$/);
    const bytes = await browser.print(pageOf("<h1>Title</h1><p>Recall is 52 of 100.</p>"));
    const pdf = await readPdf(bytes);
    expect(pdf.text).toContain("Recall is 52 of 100.");
    expect(pdf.size.map(Math.round)).toEqual([595, 842]);
    expect(pdf.isTagged).toBe(true);
    expect(pdf.outline).toEqual(["Title"]);
    expect(Buffer.from(bytes).toString("latin1")).toMatch(/\/FontName \/\w+\+ForthrightSans/);
  });

  it("gives every document a fresh page, though pages are reused", async () => {
    const policy = (color: string): string => {
      const style = `h1{color:${color}}`;
      const html = pageOf("<h1>x</h1>", style);
      const hash = createHash("sha256").update(style).digest("base64");
      return html.replace(
        "<title>",
        `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'"><title>`,
      );
    };
    for (const color of ["rgb(1, 2, 3)", "rgb(4, 5, 6)", "rgb(7, 8, 9)"]) {
      expect(
        await browser.evaluate(policy(color), "getComputedStyle(document.querySelector('h1')).color"),
      ).toBe(color);
    }
  });

  it("prints any number at once, two at a time, and renews pages", async () => {
    const pages = Array.from({ length: 120 }, (_, index) => pageOf(`<p>document ${index}</p>`, ""));
    const texts = await Promise.all(
      pages.map(async (html) => (await readPdf(await browser.print(html))).text),
    );
    expect(texts.map((text) => text.trim())).toEqual(pages.map((_, index) => `document ${index}`));
    expect(ownRenderers().length).toBeLessThanOrEqual(2);
  });

  it("keeps its sandbox, as root too", async () => {
    const printing = browser.print(longPage(500));
    const renderer = await until(() => ownRenderers()[0]);
    expect(renderer.status).toMatch(/^Seccomp:\s*2$/m);
    // A process number in a namespace of its own.
    expect(renderer.status).toMatch(/^NSpid:\s*\d+\s+\d+/m);
    expect(renderer.status).not.toMatch(/^Uid:\s*0\b/m);
    if (isRoot) expect(renderer.status).toMatch(/^Uid:\s*65534\b/m);
    expect(ownBrowsers().some(({ command }) => command.includes("--no-sandbox"))).toBe(false);
    await printing;
  });

  it("hands nothing of our environment to the browser", async () => {
    vi.stubEnv("CANARY_9F3", "canary-value");
    const other = await openBrowser(found, usual);
    try {
      for (const { pid } of ownBrowsers()) {
        const names = readFileSync(`/proc/${pid}/environ`, "latin1")
          .split("\0")
          .map((line) => line.split("=")[0]);
        expect(names).not.toContain("CANARY_9F3");
      }
    } finally {
      await other.close();
    }
  });

  it("stops a document at its time limit and goes on with the next", async () => {
    await browser.print(pageOf("<p>warm</p>"));
    for (const { pid } of ownRenderers()) process.kill(pid, "SIGSTOP");
    expect(await messageOf(browser.print(pageOf("<p>slow</p>"), { timeoutMs: 1_000 }))).toBe(
      "limit E-BROWSER-TIME Unexpected time for printing a document, expected at most 1 s.",
    );
    expect((await readPdf(await browser.print(pageOf("<p>next</p>")))).text).toContain("next");
  });

  it("prints again in a new browser when the browser is killed", async () => {
    const before = ownBrowsers();
    const printing = Promise.all([browser.print(longPage(1_500)), browser.print(longPage(1_500))]);
    await new Promise((resolve) => setTimeout(resolve, 150));
    for (const { pid } of before) process.kill(pid, "SIGKILL");
    for (const bytes of await printing) expect((await readPdf(bytes)).text).toContain("r1499");
    expect(ownBrowsers().filter(({ pid }) => before.some((old) => old.pid === pid))).toEqual([]);
  });

  it("prints again in a new browser when the renderer is killed", async () => {
    await browser.print(pageOf("<p>warm</p>"));
    const printing = browser.print(longPage(1_500));
    await new Promise((resolve) => setTimeout(resolve, 150));
    for (const { pid } of ownRenderers()) process.kill(pid, "SIGKILL");
    expect((await readPdf(await printing)).text).toContain("r1499");
  });

  it("says so when the browser dies twice", async () => {
    const since = new Map<number, number>();
    const killer = setInterval(() => {
      for (const { pid } of ownRenderers()) {
        if (!since.has(pid)) since.set(pid, performance.now());
        if (performance.now() - (since.get(pid) ?? 0) > 400) process.kill(pid, "SIGKILL");
      }
    }, 20);
    try {
      expect(await messageOf(browser.print(longPage(6_000)))).toMatch(/^environment E-BROWSER-DIED/);
    } finally {
      clearInterval(killer);
    }
    expect((await readPdf(await browser.print(pageOf("<p>alive</p>")))).text).toContain("alive");
  });

  it("refuses to print when closed, and ends what is under way", async () => {
    const other = await openBrowser(found, usual);
    const printing = expect(other.print(longPage(3_000))).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await other.close();
    await printing;
    await expect(other.print(pageOf(""))).rejects.toThrow("closed");
  });

  it.runIf(isRoot)("refuses to go without a sandbox unless it is told to", async () => {
    vi.stubEnv("PATH", root);
    const refusal = await messageOf(openBrowser(found, usual));
    expect(refusal).toContain("environment E-SANDBOX");
    expect(refusal).toContain("setpriv");
    const bold = await openBrowser(found, { ...usual, noSandbox: true });
    try {
      expect((await readPdf(await bold.print(pageOf("<p>bold</p>")))).text).toContain("bold");
    } finally {
      await bold.close();
    }
  });

  describe("wrong programs", () => {
    async function program(name: string, text: string): Promise<Browser> {
      const executable = path.join(root, name);
      await writeFile(executable, text);
      await chmod(executable, 0o755);
      return { kind: "custom", executable, source: "--browser", libraryPath: null, fontConfig: null };
    }

    it("names a program that ends at once", async () => {
      const wrong = await program(
        "ends",
        '#!/bin/sh\necho "error while loading shared libraries: libnss3.so" >&2\nexit 127\n',
      );
      const text = await messageOf(openBrowser(wrong, usual));
      expect(text).toContain("environment E-BROWSER Unexpected end of the browser at its start");
      expect(text).toContain("libnss3.so");
    });

    it("names a program that never answers", async () => {
      const wrong = await program("sleeps", "#!/bin/sh\nexec sleep 60\n");
      expect(await messageOf(openBrowser(wrong, { ...usual, timeoutMs: 500 }))).toContain(
        "environment E-BROWSER",
      );
    });

    it("names a file that is no program", async () => {
      const wrong = await program("text", "just a text");
      expect(await messageOf(openBrowser(wrong, usual))).toContain("environment E-BROWSER");
    });

    it("names the version of a browser that is too old", async () => {
      const old = await program(
        "old",
        `#!${process.execPath}
const fs = require("fs");
let rest = "";
fs.createReadStream(null, { fd: 3, encoding: "utf8" }).on("data", (chunk) => {
  const messages = (rest + chunk).split("\\0");
  rest = messages.pop();
  for (const { id } of messages.map((text) => JSON.parse(text)))
    fs.writeSync(4, JSON.stringify({ id, result: { browserContextIds: [], product: "HeadlessChrome/90.0.4430.0" } }) + "\\0");
});
`,
      );
      expect(await messageOf(openBrowser(old, { ...usual, timeoutMs: 5_000 }))).toBe(
        "environment E-BROWSER Unexpected Chromium 90.0.4430.0, expected 122 or later.",
      );
    });
  });
});
