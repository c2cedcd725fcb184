import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { canPrint } from "../export/test-browser.js";
import { limitationFile, smallPlan, type ProjectParts } from "./make-project.js";
import { pageFacts, type PageFacts } from "./page-facts.js";
import type { Run } from "./run-program.js";
import { openScriptingBrowser, type Behaviour, type ScriptingBrowser } from "./scripting-browser.js";
import { noteVectors, rawVectors, type Vector } from "./vectors.js";
import { workspace } from "./workspace.js";

const slots = ["verdict", "measured", "groups", "data", "ethics", "operation"] as const;
const pages = ["limitation-portfolio.html", "model-card.html"] as const;
const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
const quiet = { ran: [], dialogs: [], requests: [], moves: [] };

const folder = workspace();

describe.runIf(canPrint)("hostile notes", { timeout: 110_000 }, () => {
  let browser: ScriptingBrowser;
  let built: Run;
  const html = new Map<string, string>();
  beforeAll(async () => {
    browser = await openScriptingBrowser();
    const out = folder.fresh("out");
    built = await folder.run(["build", await folder.project(projectOfVectors()), "--out", out]);
    for (const page of pages) html.set(page, await readFile(path.join(out, "small-model", page), "utf8"));
  });
  afterAll(() => browser.close());

  it("are many", () => {
    expect(noteVectors.length).toBeGreaterThan(250);
  });

  it("do not stop the build", () => {
    expect(built.stderr).not.toMatch(/E-INTERNAL/);
    expect(built.code).toBe(1);
  });

  it("are each named with their file", () => {
    const named = new Set(
      [...built.stderr.matchAll(/limitations\/LIM-(\d+)\.md/g)].map(([, id]) => Number(id)),
    );
    const silent = noteVectors.filter(
      ({ text, number }) => /^<(img|svg|script)\b/i.test(text) && !named.has(number),
    );
    expect(silent).toEqual([]);
  });

  describe.each(pages)("in %s", (page) => {
    let guarded: Behaviour;
    let unguarded: Behaviour;
    beforeAll(async () => {
      const text = html.get(page) ?? "";
      guarded = await browser.open(text, pageFacts);
      unguarded = await browser.open(text.replace(policy, ""), pageFacts);
    });

    it("run nothing, ask for nothing and move nothing", () => {
      expect(behaviourAlone(guarded)).toEqual(quiet);
    });

    it("draw no complaint from the browser", () => {
      expect(guarded.complaints).toEqual([]);
    });

    it("run nothing, ask for nothing and move nothing without the policy", () => {
      expect((unguarded.found as PageFacts).csp).toBeNull();
      expect(behaviourAlone(unguarded)).toEqual(quiet);
    });

    it("bring no element and no attribute that does anything", () => {
      const { foreign, active, scripts, controls } = guarded.found as PageFacts;
      // None of these pages has a script of ours that could make any.
      const none = { foreign: [], active: [], scripts: [], controls: [] };
      expect({ foreign, active, scripts, controls }).toEqual(none);
    });

    it("cannot take a name or a look that belongs to the document", async () => {
      const { found } = await browser.open(html.get(page) ?? "", ownNames);
      expect(found).toEqual({ strangeIds: [], assessments: 1, spoofs: 0 });
    });

    it("show no letter that is invisible or turns the direction", () => {
      const { text } = guarded.found as PageFacts;
      expect([...new Set(text.match(/(?![\u00AD\u200C\u200D])\p{C}/gu) ?? [])].map(codeOf)).toEqual([]);
    });
  });

  it("leave a word of every vector to read", () => {
    const read = html.get("limitation-portfolio.html") ?? "";
    expect(noteVectors.filter(({ number }) => !read.includes(`Vector ${number}.`))).toEqual([]);
  });
});

describe.runIf(canPrint)("a finished page with raw HTML put into it", { timeout: 110_000 }, () => {
  let browser: ScriptingBrowser;
  let page = "";
  beforeAll(async () => {
    browser = await openScriptingBrowser();
    const out = folder.fresh("out");
    await folder.run(["build", await folder.project({ plan: shortestPlan, data: null }), "--out", out]);
    page = await readFile(path.join(out, "small-model/briefing.html"), "utf8");
  });
  afterAll(() => browser.close());

  it("runs nothing and asks for nothing, by its policy alone", async () => {
    const guilty: unknown[] = [];
    await eachPage(
      browser,
      rawVectors,
      (text) => page.replace("</main>", () => `<div>${text}</div></main>`),
      (vector, seen) => {
        const behaviour = {
          ran: seen.ran,
          dialogs: seen.dialogs,
          requests: seen.requests,
          moves: seen.moves,
        };
        if (Object.values(behaviour).some((list) => list.length > 0))
          guilty.push({ ...vector, ...behaviour });
      },
    );
    expect(guilty).toEqual([]);
  });

  it("would run most of it without its policy", async () => {
    const open = page.replace(policy, "");
    const ran = new Set<number>();
    const sample = rawVectors.slice(0, 60);
    await eachPage(
      browser,
      sample,
      (text) => open.replace("</main>", () => `<div>${text}</div></main>`),
      (vector, seen) => {
        if (seen.ran.length + seen.requests.length + seen.dialogs.length > 0) ran.add(vector.number);
      },
    );
    expect(ran.size).toBeGreaterThan(40);
  });
});

/** A page of a few lines: a hundred of them must be opened. */
const shortestPlan = smallPlan({
  evaluations: [{ id: "sheet", counts: { tp: 40, fn: 10, fp: 95, tn: 855 } }],
  documents: [{ kind: "briefing", analogy: "none" }],
});

/** Every vector as the body of a limitation of its own, and all of them spread over the notes of the card. */
function projectOfVectors(): ProjectParts {
  const bodies = noteVectors.map(({ number, text }): [string, string] => {
    const id = `LIM-${String(number).padStart(4, "0")}`;
    return [`limitations/${id}.md`, limitationFile(id, text, { title: `Vector ${number}.` })];
  });
  const share = Math.ceil(noteVectors.length / slots.length);
  const notes = slots.map((slot, index): [string, string] => {
    const own = noteVectors.slice(index * share, (index + 1) * share);
    return [`notes/model-card/${slot}.md`, own.map(({ text }) => text).join("\n\n")];
  });
  return {
    plan: smallPlan({
      documents: ["limitation-portfolio", "model-card"].map((kind) => ({ kind, audience: "internal" })),
    }),
    files: Object.fromEntries([...bodies, ...notes]),
  };
}

function behaviourAlone({ ran, dialogs, requests, moves }: Behaviour) {
  return { ran, dialogs, requests, moves };
}

function codeOf(letter: string): string {
  return `U+${(letter.codePointAt(0) ?? 0).toString(16)}`;
}

/** Several pages at a time, for they mostly wait: a hundred of them take seconds. */
async function eachPage(
  browser: ScriptingBrowser,
  vectors: readonly Vector[],
  pageOf: (text: string) => string,
  see: (vector: Vector, behaviour: Behaviour) => void,
): Promise<void> {
  const waiting = [...vectors];
  const work = async (): Promise<void> => {
    for (let vector = waiting.shift(); vector !== undefined; vector = waiting.shift())
      see(vector, await browser.open(pageOf(vector.text)));
  };
  await Promise.all(Array.from({ length: 6 }, work));
}

/** Ids that are not ours, and places a note would style itself as one of ours. */
const ownNames = `({
  strangeIds: [...document.querySelectorAll("[id]")].map(({ id }) => id)
    .filter((id) => !/^(s\\d+|forthright-assessment|user-content-.*|[a-z-]+-\\d+(-[a-z]+)?)$/.test(id)),
  assessments: document.querySelectorAll("#forthright-assessment").length,
  spoofs: [...document.querySelectorAll(".restriction, .masthead, .gaps, .stamp")]
    .filter((element) => /spoof/.test(element.textContent)).length,
})`;
