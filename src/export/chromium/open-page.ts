import type { HTTPRequest, Page } from "puppeteer-core";

/** A page that can only show what it is given. */
export interface OpenPage {
  /** Documents shown so far. */
  readonly uses: number;
  /** Runs a task on the empty page; fails at once when the page crashes. */
  use<T>(task: (page: Page) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Makes a page one without scripts, without a network, and with every request refused. */
export async function openPage(page: Page): Promise<OpenPage> {
  const crash = new Promise<never>((_, reject) => page.once("error", reject));
  // It may come while nobody waits; the next use of the page meets it then.
  crash.catch(() => undefined);
  page.on("request", (request) => void answer(request));
  const locks = [
    page.setJavaScriptEnabled(false),
    page.setRequestInterception(true),
    page.setOfflineMode(true),
  ];
  await Promise.race([Promise.all(locks), crash]);
  let uses = 0;
  return {
    get uses() {
      return uses;
    },
    async use(task) {
      // A new empty document, not only new contents: the last one's Content-Security-Policy would stay in force.
      if (uses > 0) await Promise.race([page.goto("about:blank", { timeout: 0 }), crash]);
      uses += 1;
      return Promise.race([task(page), crash]);
    },
    close: () => page.close(),
  };
}

/** Only what lies in the document itself: its embedded fonts and pictures. */
async function answer(request: HTTPRequest): Promise<void> {
  const isOwn = /^data:/i.test(request.url()) || request.url() === "about:blank";
  try {
    // "aborted", since any other reason would replace the document by an error page.
    await (isOwn ? request.continue() : request.abort("aborted"));
  } catch {
    // The page went away in the meantime, and the request with it.
  }
}
