import { describe, expect, it } from "vitest";

import { loadMaterials } from "../../src/load/load-materials.js";
import type { Assessment } from "../../src/model/assessment.js";
import { assess, editionOf, publish, unbuildable, type Published } from "../../src/pipeline.js";
import { planFile, withProject } from "../measure/project-folder.js";
import { numbersOf } from "../pages/printed-numbers.js";

/* Rows of people, rows drafted from records, and what nobody has thought about. */

const record = (id: string, type: string, more = ""): string =>
  `---\nid: ${id}\ntitle: "The known weakness ${id}"\ntype: ${type}\n${more}---\n`;

const evaluation = {
  id: "e",
  task: "binary",
  counts: { tp: 80, fn: 20, fp: 50, tn: 850 },
  kind: "held-out",
  collected: "2026-01-01/2026-06-30",
};

interface Given {
  readonly premortem?: object;
  readonly records?: readonly string[];
  readonly plan?: object;
}

async function assessed({ premortem, records = [], plan = {} }: Given): Promise<Assessment> {
  const document = {
    kind: "pre-mortem",
    status: "final",
    decision: { ask: "Take a row each by Friday.", owner: "Owner", by: "2026-08-01" },
    ...(premortem === undefined ? {} : { premortem }),
  };
  const files = {
    "forthright.yaml": planFile({
      words: {
        case: "order / orders",
        positive: "fraud / frauds",
        negative: "honest one / honest ones",
        de: {
          case: { one: "Auftrag", many: "Aufträge", of_many: "Aufträgen", gender: "m" },
          positive: { one: "Betrug", many: "Betrüge", of_many: "Betrügen", gender: "m" },
          negative: { one: "ehrlicher", many: "ehrliche", of_many: "ehrlichen", gender: "m" },
        },
      },
      evaluations: [evaluation],
      documents: [document],
      ...plan,
    }),
    ...Object.fromEntries(records.map((text, index) => [`limitations/L${index}.md`, text])),
  };
  return withProject(files, async (root) => (await assess(root)).assessment);
}

async function told(assessment: Assessment, lang = "en"): Promise<Published & { readonly text: string }> {
  const materials = await loadMaterials(null, lang);
  const [page] = await publish(assessment, { materials, lang, kinds: ["pre-mortem"], audience: null });
  if (page === undefined) throw new Error("No pre-mortem was made");
  return { ...page, text: page.markdown().replaceAll("\u00A0", " ") };
}

const byHand = {
  family: "vendor",
  story: "The supplier went bankrupt.",
  tripwire: { signal: "Unpaid invoices", threshold: "above 2", window: "in a month" },
  seen_by: "Finance",
  harm: "no checks for a week",
  prevention: "Hold the code in escrow.",
  contingency: "Check by hand",
  owner: "Purchasing",
  by: "2026-09-01",
};

describe("a pre-mortem", () => {
  it("puts rows of people first, then what is drafted from records, and says which is which", async () => {
    const assessment = await assessed({
      premortem: { rows: [byHand] },
      records: [
        record(
          "LIM-0001",
          "SLC",
          "owner: App team\ndetection: {signal: Share stopped, threshold: above 9 of 100}\n",
        ),
        record("LIM-0002", "DRF", "status: closed\n"),
      ],
    });
    const { text, messages } = await told(assessment);
    expect(messages).toEqual([]);
    expect(text).toContain("| 1 | **The supplier went bankrupt.** Harm: no checks for a week. |");
    expect(text).toContain(
      "Before: Hold the code in escrow. Once it has happened: Check by hand. | Purchasing, 1 September 2026 |",
    );
    expect(text).toContain("| 1 | Unpaid invoices | above 2 in a month | Finance | unknown |");
    expect(text).toMatch(
      /One group was judged worse .*The known weakness LIM-0001\..*Drafted from LIM-0001; nobody has told it yet\./,
    );
    expect(text).toContain("| 2 | Share stopped | above 9 of 100 | nobody yet | unknown |");
    expect(text).toContain("| App team |");
    expect(text).not.toContain("LIM-0002");
    // A published figure that was never measured is not repeated here.
    expect(text).not.toMatch(/30 ?%|30 per ?cent/);
  });
  it("tells of a way back that nobody has tried, and does not name it as the way out", async () => {
    const criterion = { id: "reach", metric: "recall", at_least: 0.5 };
    const plan = {
      criteria: [criterion],
      rollback: {
        text: "Return to version 0 within the hour",
        triggers: [{ signal: "Misses", threshold: "twice", action: "rollback", target: { version: "0" } }],
      },
    };
    const { text } = await told(await assessed({ plan }));
    const row = text.split("\n").find((line) => line.includes("no better.** Known today")) ?? "";
    expect(row).toContain("**We went back to the version before, and it was no better.** Known today:");
    expect(row).toContain(
      "Before: Judge that version by the same criteria. Once it has happened: not decided yet.",
    );
    expect(row).not.toContain("Return to version 0");
    expect(text).toContain(
      "Errors of the version gone back to, found by hand on 100 random orders | as many as those it was to end |",
    );
  });
  it("lets a row of people take the place of the one drafted from its record, and fills what it leaves open", async () => {
    const assessment = await assessed({
      premortem: {
        rows: [{ family: "data", story: "It judged the north wrongly.", limitation: "LIM-0001" }],
      },
      records: [record("LIM-0001", "SLC", "owner: App team\nworkaround: Ask a person.\n")],
    });
    const { text } = await told(assessment);
    expect(text).not.toContain("One group was judged worse");
    expect(text).toMatch(
      /It judged the north wrongly\.\*\* Known today: The known weakness LIM-0001\..*Stands for LIM-0001\./,
    );
    expect(text).toContain("Once it has happened: Ask a person. | App team |");
  });
  it("names the families without a row, and the reason where somebody gave one", async () => {
    const assessment = await assessed({
      premortem: { rows: [byHand], without: [{ family: "adversary", why: "Nobody gains by cheating it." }] },
    });
    const { text } = await told(assessment);
    expect(text).toContain("**Adversary:** no row. Nobody gains by cheating it.");
    expect(text).toContain("**People and process:** no row. Nobody has thought about it yet.");
    expect(text).not.toContain("**Vendor:**");
  });
  it("drafts the load of success where volume and capacity are known", async () => {
    const deployment = { volume: { cases: 9000, per: "month" }, capacity: { cases: 40, per: "day" } };
    const { text } = await told(await assessed({ plan: { deployment } }));
    expect(text).toContain("Planned: 9,000 orders a month; people can handle 40 of those flagged a day.");
    expect(text).toContain("above 40 a day three days running");
    expect((await told(await assessed({ premortem: { rows: [byHand] } }))).text).not.toContain(
      "It worked so well",
    );
  });
  it("holds at most twelve rows", async () => {
    const records = Array.from({ length: 20 }, (_, index) =>
      record(`LIM-${String(index + 1).padStart(4, "0")}`, "COV"),
    );
    const { text } = await told(await assessed({ records }));
    expect(text).toContain("12 ways in which it failed");
    expect(text).toContain("| 12 | **");
    expect(text).not.toContain("| 13 |");
  });
  it("tells what a search found of one kind as one story, and counts the records behind it", async () => {
    const assessment = await assessed({ records: [record("LIM-0001", "SLC")] });
    const [declared] = assessment.limitations;
    if (declared === undefined) throw new Error("There is no record");
    const found = ["FND-1", "FND-2", "FND-3"].map((id) => ({
      ...declared,
      id,
      origin: "weak-slice",
      path: null,
    }));
    const { text } = await told({ ...assessment, limitations: [...found, declared] });
    expect(text).toContain("Drafted from FND-1 and 2 records like it; nobody has told it yet.");
    expect(text).toContain("Drafted from LIM-0001; nobody has told it yet.");
    expect(text).not.toMatch(/Drafted from FND-[23]/);
  });
  it("has the same numbers in German", async () => {
    const assessment = await assessed({
      premortem: { rows: [byHand] },
      plan: { deployment: { volume: { cases: 9000, per: "month" }, capacity: { cases: 40, per: "day" } } },
    });
    const [english, german] = await Promise.all([told(assessment), told(assessment, "de")]);
    expect(german.messages).toEqual([]);
    expect(numbersOf(german.html).map(({ ref, value }) => [ref, value])).toEqual(
      numbersOf(english.html).map(({ ref, value }) => [ref, value]),
    );
  });
  it("shows letters of an author as letters", async () => {
    const hostile = "<script>alert(1)</script>[x](javascript:alert(1))";
    const { html } = await told(
      await assessed({ premortem: { rows: [{ ...byHand, story: hostile, owner: hostile }] } }),
    );
    expect(html.replace(/<script type="application[\s\S]*?<\/script>/g, "")).not.toMatch(
      /<script>alert|href="javascript/,
    );
  });
  it("warns of a row of people that nobody could see coming, and of one that nobody owns", async () => {
    const { messages } = await told(
      await assessed({
        premortem: {
          rows: [
            { ...byHand, tripwire: undefined },
            { ...byHand, owner: undefined },
            { ...byHand, tripwire: { ...byHand.tripwire, threshold: "quite high" } },
            byHand,
          ],
        },
      }),
    );
    expect(messages.map(({ code, text }) => [code, /row (\d)/.exec(text)?.[1]])).toEqual([
      ["row-without-tripwire", "1"],
      ["row-without-tripwire", "2"],
      ["row-without-tripwire", "3"],
    ]);
  });
  it("is for readers inside alone", async () => {
    const assessment = await assessed({ premortem: { rows: [byHand] } });
    expect(JSON.stringify(editionOf(assessment, "customer"))).not.toContain("bankrupt");
    const asked = {
      materials: await loadMaterials(null, "en"),
      lang: "en",
      kinds: ["pre-mortem"],
      audience: "customer" as const,
    };
    expect(unbuildable(assessment, asked)[0]?.text).toContain("no edition for customers");
  });
});
