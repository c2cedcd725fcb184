import { describe, expect, it } from "vitest";

import type { Message } from "../../src/errors.js";
import { glossary } from "../../src/phrasing/glossary.js";
import { messagesAbout, messagesOf, noteLine, notePath, noteProject } from "./note-project.js";

async function typedIn(text: string): Promise<readonly Message[]> {
  return (await messagesAbout(text)).filter(({ code }) => code === "unsupported-claim");
}

describe("a number typed into a note", () => {
  it.each([
    ["412 leavers were called.", ':count{ref="recall@all"}'],
    ["There were 500 leavers.", ':count{ref="base-rate@all"}'],
    ["82 % of the leavers were called.", ':rate{ref="recall@all"}'],
    ["Of 1,500 stayers, few were called.", ':count{ref="false-alarms@all" part="denominator"}'],
    ["Only 61 were called in vain.", ':count{ref="false-alarms@all"}'],
  ])("is found, with the directive to write instead: %s", async (text, directive) => {
    const [message, ...more] = await typedIn(text);
    expect(message?.hint).toBe(`Did you mean ${directive}?`);
    expect([message?.place?.line, more]).toEqual([noteLine, []]);
  });

  it.each([
    "We gain 77 more customers.",
    "It costs €35,000.",
    "About 12.5 days pass.",
    "Up to 3x faster.",
    "Roughly ~40 more.",
    "It is 17 % of the total.",
    "Of 2001 customers, most stayed.",
    "It worked for 1950 of them.",
    "A share of .85 was seen.",
    "In other digits, ８５ are called.",
  ])("is found when nothing in the evidence matches it: %s", async (text) => {
    const said = await typedIn(text);
    expect(said.length).toBeGreaterThan(0);
    expect(said[0]?.hint).toMatch(/^It is not in the evidence/);
  });

  it.each([
    "The test ended on 31 March 2026.",
    "In March 2026 it was read.",
    "It was agreed on 2026-03-31.",
    "Since 2024 nothing changed.",
    "Limitation LIM-0001 says so, and GB-7.2 too.",
    "Version 2.1 is in use, as v2.1 was.",
    "See section 3.2, table 4 and figure 1.",
    "Article 13 asks for it.",
    "It ran at 14:30.",
    "The 95 % range is wide, and so is the 95 % interval.",
    "The F1 of the model says little.",
    "That is likely (66–100 %), and this very unlikely (0–10 %).",
    "That is likely (55–80 %).",
  ])("is none where it names a date, a place or a version: %s", async (text) => {
    expect(await typedIn(text)).toEqual([]);
  });

  it("is found in a table, at its cell", async () => {
    const said = await typedIn("| Day | Calls |\n| --- | --- |\n| Monday | 77 |");
    expect(said.map(({ place }) => [place?.line, place?.column])).toEqual([[noteLine + 2, 12]]);
  });

  it("is no typed number in a table when a directive put it there", async () => {
    expect(await typedIn('| Calls |\n| --- |\n| :count{ref="recall@all"} |')).toEqual([]);
  });

  it.each([
    ["Of these, 82 of 100 leavers were called.", 11, 'Did you mean :rate{ref="recall@all"}?'],
    ["Of these, 37 of 100 leavers were called.", 11, "It is not in the evidence"],
    ["Only 0.4 % of the stayers complained.", 6, "It is not in the evidence"],
    ["It was 41,2 % of them.", 8, "It is not in the evidence"],
    ["Its log loss is 412 then.", 17, "It is not in the evidence"],
    ["That took 412 days.", 11, "It is not in the evidence"],
  ])("that is a share or has a unit is one number: %s", async (text, column, hint) => {
    const said = await typedIn(text);
    expect(said.map(({ place }) => place?.column)).toEqual([column]);
    expect(said[0]?.hint).toContain(hint);
  });

  it("is found where it stands when a directive printed the same letters before", async () => {
    const [said, ...more] = await typedIn(':count{ref="recall@all"} were called, 412 in all.');
    expect([said?.place?.column, said?.fix?.was, more]).toEqual([39, "412", []]);
  });

  it("is left alone in code", async () => {
    expect(await typedIn("Run `forthright --top 77` again.")).toEqual([]);
  });

  it("is found in every sentence of a paragraph, at the line it stands on", async () => {
    const said = await typedIn("Nothing here.\nNothing here either.\nThen 77 more came.");
    expect(said.map(({ place }) => place?.line)).toEqual([noteLine + 2]);
  });

  it("is none in our words for a number that does not exist", async () => {
    expect(await typedIn('It is :alike{score="0.6"} here.')).toEqual([]);
  });

  it("is found behind a word for a likelihood that means another range", async () => {
    expect((await typedIn("That is likely (70–90 %).")).map(({ place }) => place?.column)).toEqual([17, 20]);
  });

  it("is found in lists and in emphasis", async () => {
    expect(await typedIn("- One thing\n- Another of **77** kinds")).toHaveLength(1);
  });

  it("is found in the body of a limitation, at its line in the file", async () => {
    const body =
      "---\nid: LIM-0001\ntitle: Some are missed\ntype: COV\n---\n\nFirst line.\n\nThen 77 more came.\n";
    const files = noteProject({ "limitations/LIM-0001.md": body }, { kind: "limitation-portfolio" });
    const said = (await messagesOf(files)).filter(({ code }) => code === "unsupported-claim");
    expect(said.map(({ place }) => [place?.file, place?.line])).toEqual([["limitations/LIM-0001.md", 9]]);
  });

  it.each([
    ["ask", { decision: { ask: "Call 77 more customers." } }],
    ["so_what", { decision: { ask: "Call them.", so_what: "It brings 77 more customers." } }],
    ["action", { actions: [{ do: "Call 77 more customers", owner: "Sales", by: "2026-06-03" }] }],
  ])("is found in the %s of the plan, at the plan", async (_key, document) => {
    const files = noteProject({}, { kind: "briefing", ...document });
    const said = (await messagesOf(files)).filter(({ code }) => code === "unsupported-claim");
    // The ask is told again among the questions to a reader.
    expect(new Set(said.map(({ place }) => place?.file))).toEqual(new Set(["forthright.yaml"]));
  });

  it("is no typed number when a directive put it there", async () => {
    expect(await typedIn('It called :count{ref="recall@all"} leavers.')).toEqual([]);
  });
});

describe("a metric typed with a number", () => {
  it.each([
    ["Its recall is 91 %.", "recall", "91 %", "82.4 of 100", "recall@all"],
    ["It has 91 % recall.", "recall", "91 %", "82.4 of 100", "recall@all"],
    ["A sensitivity of 0.91 was seen.", "recall", "0.91", "0.82", "recall@all"],
    ["In group A recall is 50 %.", "recall", "50 %", "82.8 of 100", "recall@group=A"],
  ])("that contradicts the evidence is told with both values: %s", async (text, metric, typed, right, id) => {
    const [message, ...more] = await typedIn(text);
    expect(message?.text).toBe(
      `Unexpected ${metric} "${typed}", expected ${right} as in the evidence (${id}).`,
    );
    expect([message?.severity, more]).toEqual(["error", []]);
  });

  it.each(["Its recall is 82 %.", "Its recall is 82.4 %.", "A recall of 0.82 was seen."])(
    "that agrees is a typed number like any other: %s",
    async (text) => {
      const [message] = await typedIn(text);
      expect(message?.text).toMatch(/typed by hand/);
    },
  );
});

describe("a mend of a typed number", () => {
  it("is the directive that prints exactly this count", async () => {
    const [message] = await typedIn("412 leavers were called.");
    expect(message?.fix).toMatchObject({ was: "412", text: ':count{ref="recall@all"}', offset: 0 });
  });

  it.each(["82 % of the leavers were called.", "It took 412 days.", "About 12 were called."])(
    "is not offered where the directive would say something else: %s",
    async (text) => {
      const [message] = await typedIn(text);
      expect([message === undefined, message?.fix]).toEqual([false, undefined]);
    },
  );
});

describe("a table of a note", () => {
  it("is read for words that promise too much", async () => {
    const said = await messagesAbout("| What |\n| --- |\n| The model guarantees success |");
    expect(said.map(({ code, place }) => [code, place?.line, place?.column])).toEqual([
      ["absolute-claim", noteLine + 2, 13],
    ]);
  });
});

it("how many were flagged is a count and no precision", async () => {
  expect(await messagesAbout('They called :count{ref="precision-test@all" part="denominator"}.')).toEqual([]);
});

it("no gloss brings a number into a note", () => {
  expect(Object.values(glossary).filter((gloss) => /\d/.test(gloss))).toEqual([]);
});

it.each([
  ["ipcc", "likely (66–100 %)", "very unlikely (0–10 %)"],
  ["icd-203", "likely (55–80 %)", "very unlikely (5–20 %)"],
] as const)("a word for a likelihood is offered the range of its document: %s", async (scale, one, other) => {
  const files = noteProject({ [notePath]: "It is likely. It is very unlikely.\n" }, { scale });
  const said = (await messagesOf(files)).filter(({ code }) => code === "probability-word-without-number");
  expect(said.map(({ text }) => /, expected "(.*)"/.exec(text)?.[1])).toEqual([one, other]);
});

it("a case of a group that does not exist is told of where it is asked for", async () => {
  const said = await messagesAbout('::case{score="0.6" of="group=Z"}');
  expect(said.map(({ code, place }) => [code, place?.line])).toEqual([["dangling-reference", noteLine]]);
});
