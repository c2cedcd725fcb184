import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, type OpenBrowser } from "../../src/export/browser.js";
import { readPdf } from "./read-pdf.js";
import { canPrint, findTestBrowser, pageOf } from "./test-browser.js";

/** Ways of reaching out, each with a server address `S` and the address of a secret file `F`. */
const attempts: Readonly<Record<string, string>> = {
  script: "<script>document.body.append('SCRIPT-RAN');fetch('S/fetch')</script>",
  "module script": "<script type=module src=S/module.js></script>",
  "event handler": "<img src=x onerror=\"document.body.append('SCRIPT-RAN');new Image().src='S/onerror'\">",
  "iframe of a file": "<iframe src=F width=600 height=200></iframe>",
  "iframe of /etc/passwd": "<iframe src=file:///etc/passwd width=600 height=200></iframe>",
  "iframe of a server": "<iframe src=S/frame></iframe>",
  "iframe with srcdoc":
    "<iframe srcdoc=\"<script>parent.document.body.append('SCRIPT-RAN')</script><img src=S/srcdoc>\"></iframe>",
  "iframe with data": "<iframe src=\"data:text/html,<img src='S/data'><iframe src='F'></iframe>\"></iframe>",
  image:
    "<img src=S/image.png><img srcset='S/2x.png 2x'><picture><source srcset=S/source.png><img></picture>",
  "image of a file": "<img src=F>",
  "meta refresh to a server": "<meta http-equiv=refresh content='0;url=S/refresh'>",
  "meta refresh to a file": "<meta http-equiv=refresh content='0;url=F'>",
  "css import": "<style>@import url(S/import.css);@import url(F);</style>",
  "css images and fonts":
    "<style>@font-face{font-family:X;src:url(S/x.woff2)}p{font-family:X;background:url(S/bg.png)}</style><p>x</p>",
  stylesheet: "<link rel=stylesheet href=S/sheet.css><link rel=stylesheet href=F>",
  hints:
    "<link rel=preload as=image href=S/preload><link rel=prefetch href=S/prefetch><link rel=dns-prefetch href=S><link rel=preconnect href=S><link rel=icon href=S/icon>",
  object: "<object data=F></object><object data=S/object></object><embed src=F><embed src=S/embed>",
  media:
    "<video src=S/video.mp4 poster=S/poster.png autoplay></video><audio src=S/audio.mp3 autoplay></audio><video poster=F></video>",
  svg: '<svg><image href="S/svg.png"/><image href="F"/><use href="S/use.svg#a"/><foreignObject><iframe src=F></iframe></foreignObject><script>document.body.append("SCRIPT-RAN")</script></svg>',
  form: "<form action=S/form><input autofocus onfocus=this.form.submit()></form>",
  base: "<base href=S/><img src=relative.png>",
  "frame of a share":
    "<iframe src='file:////localhost/etc/passwd'></iframe><iframe src='\\\\localhost\\etc\\passwd'></iframe>",
  "view-source": "<iframe src='view-source:F'></iframe><iframe src='chrome://version'></iframe>",
  "speculation rules": '<script type=speculationrules>{"prerender":[{"urls":["S/prerender"]}]}</script>',
};

describe.runIf(canPrint)("hostile pages", () => {
  let server: Server;
  let root: string;
  let browser: OpenBrowser;
  const contacts: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      contacts.push(request.url ?? "");
      response.end("SERVER-SECRET");
    });
    server.on("connection", () => contacts.push("connection"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    root = await mkdtemp("/tmp/forthright-test-");
    browser = await openBrowser(await findTestBrowser(), { noSandbox: false, timeoutMs: 20_000 });
  });
  afterAll(async () => {
    await browser.close();
    server.close();
    await rm(root, { recursive: true, force: true });
  });

  it.each(Object.keys(attempts))("%s reaches nothing and shows nothing", async (name) => {
    // World-readable: the uid that the browser runs as is no excuse.
    const secret = path.join(os.tmpdir(), `forthright-secret-${process.pid}.html`);
    await writeFile(secret, "FILE-SECRET", { mode: 0o644 });
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const attempt = (attempts[name] ?? "")
      .replaceAll(/\bS\b(?=[/>\s])/g, address)
      .replaceAll(/\bF\b/g, pathToFileURL(secret).href);
    try {
      const pdf = await readPdf(await browser.print(pageOf(`<p>before</p>${attempt}<p>after</p>`)));
      expect(pdf.text).toContain("before");
      expect(pdf.text).not.toMatch(/SECRET|SCRIPT-RAN|root:|daemon/);
      // Time for a late request, e.g. of a refresh.
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(contacts).toEqual([]);
    } finally {
      await rm(secret, { force: true });
    }
  });

  it("the server would have noticed", async () => {
    await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/noticed`);
    expect(contacts.splice(0)).toEqual(["connection", "/noticed"]);
  });
});
