import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { indexPage, type IndexEntry } from "../../src/index-page.js";
import { loadMaterials } from "../../src/load/load-materials.js";
import type { Materials } from "../../src/model/materials.js";
import { packageFile } from "../../src/package-file.js";
import { canPrint } from "../export/test-browser.js";
import { openTestBrowser, type TestBrowser } from "./test-page.js";

const entry: IndexEntry = {
  model: "Churn score",
  title: "Call fibre customers from a score of 0.15.",
  lang: "en",
  kindTitle: "So What? briefing",
  audience: "executive",
  readers: "VP Sales and CFO",
  final: true,
  files: [
    { format: "html", path: "churn-score/briefing.html" },
    { format: "pdf", path: "churn-score/briefing.pdf" },
  ],
};
const card: IndexEntry = {
  ...entry,
  title: "Nutzen Sie den Score nicht allein.",
  lang: "de",
  kindTitle: "Model card",
  audience: "auditor",
  readers: null,
  final: false,
  files: [{ format: "html", path: "churn-score/model-card.html" }],
};
const hostile: IndexEntry = {
  ...entry,
  model: `</style><script>alert(1)</script><img src=x onerror=alert(1)>`,
  title: `"><b onclick="x">Sign\u202E</b>`,
  kindTitle: "{{kind}}",
  audience: "internal",
  files: [{ format: "html", path: `javascript:alert(1)/"><x.html` }],
};

let materials: Materials;
let page = "";
beforeAll(async () => {
  materials = await loadMaterials(null, "en");
  page = indexPage([card, entry, hostile], materials, "en");
});

describe("the index page", () => {
  it("links each document under its reader, who acts first", () => {
    const told = [...page.matchAll(/<h2[^>]*>([^<]+)|href="([^"]+)"/g)].map(
      ([, heading, link]) => heading ?? link,
    );
    expect(told.slice(0, 7)).toEqual([
      "For executives",
      ...["churn-score/briefing.html", "churn-score/briefing.html", "churn-score/briefing.pdf"],
      "For auditors",
      ...["churn-score/model-card.html", "churn-score/model-card.html"],
    ]);
  });

  it("counts documents and models, names drafts and readers, and says each title in its language", () => {
    expect(page).toContain("3 documents on 2 models");
    expect(page).toContain("for VP Sales and CFO");
    expect(page.match(/<bdi>draft<\/bdi>/g)).toHaveLength(1);
    expect(page).toContain(`<bdi lang="de">Nutzen Sie den Score nicht allein.</bdi>`);
  });

  it("makes no markup and no address of a name", () => {
    expect(page.replace(/="[^"]*"/g, "")).not.toMatch(/<script|<img|<b /);
    expect(page).toContain("[U+202E]");
    expect(page).toContain(`href="javascript%3Aalert(1)/%22%3E%3Cx.html"`);
  });

  it("allows its own style alone, and is the same every time", () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    expect(page.replaceAll("&#x27;", "'")).toContain(`default-src 'none'; style-src 'sha256-${hash}'`);
    expect(indexPage([card, entry, hostile], materials, "en")).toBe(page);
  });

  it("is told in German", async () => {
    expect(indexPage([entry], await loadMaterials(null, "de"), "de")).toContain("1 Dokument zu 1 Modell");
  });
});

describe.runIf(canPrint)("the index page in the browser", () => {
  let browser: TestBrowser;
  const axe = readFileSync(packageFile("node_modules/axe-core/axe.min.js"), "utf8");
  beforeAll(async () => {
    browser = await openTestBrowser();
  });
  afterAll(() => browser.close());

  it.each([
    { width: 1280, scheme: "light" as const },
    { width: 1280, scheme: "dark" as const },
    { width: 360, scheme: "light" as const },
    { width: 360, scheme: "dark" as const },
  ])("asks for nothing, complains of nothing, and axe finds no fault: %o", async (view) => {
    await browser.show(page, view, async ({ page: shown, requests, complaints }) => {
      expect([requests, complaints]).toEqual([[], []]);
      expect(
        await shown.evaluate("document.querySelectorAll('script, img, b, [onclick], [onerror]').length"),
      ).toBe(0);
      await shown.evaluate(axe);
      const faults = await shown.evaluate(
        "axe.run(document).then(({ violations }) => violations.map(({ id }) => id))",
      );
      expect(faults).toEqual([]);
      expect(await shown.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(view.width);
    });
  });
});
