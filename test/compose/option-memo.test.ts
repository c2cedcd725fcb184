import { describe, expect, it } from "vitest";

import { redact } from "../../src/redact/redact.js";
import { csvOf } from "../find/small-csv.js";
import { planFile } from "../measure/project-folder.js";
import { publishFiles, type PublishedDocument } from "../measure/publish-project.js";

/** Documents that two platforms judged, by which of them was right: both, only A, only B, neither. */
function pairs(both: number, onlyA: number, onlyB: number, neither: number): string {
  return csvOf(
    ["y", "a", "b"],
    [
      { times: both, cells: [1, 1, 1] },
      { times: onlyA, cells: [1, 1, 0] },
      { times: onlyB, cells: [1, 0, 1] },
      { times: neither, cells: [1, 0, 0] },
      { times: 100, cells: [0, 0, 0] },
    ],
  );
}

const options = [
  { id: "a", name: "Platform A", model: "a" },
  { id: "b", name: "Platform B", model: "b" },
  { id: "pilot", name: "A pilot" },
];
const memo = {
  exit: "Any week.",
  criteria: [
    { metric: "accuracy-test" },
    {
      name: "Way out",
      cells: [
        { option: "a", says: "None", basis: "contract", source: "contract A" },
        { option: "b", says: "A quarter's notice", basis: "vendor", source: "a call" },
      ],
    },
  ],
  wrong: [
    { option: "a", cost: "we are bound." },
    { option: "b", cost: "we correct more by hand." },
  ],
  reverses: ["A pilot that points the other way."],
};

interface Given {
  readonly ask?: string;
  readonly more?: object;
  readonly plan?: object;
  readonly task?: object;
}

async function memoOf(
  csv: string,
  { ask = "pilot", more = {}, plan = {} }: Given = {},
): Promise<PublishedDocument> {
  const { documents } = await publishFiles({
    "data.csv": csv,
    "forthright.yaml": planOf({ ask, more, plan }),
  });
  const [document] = documents;
  if (document === undefined) throw new Error("No memo was made");
  return document;
}

function planOf({ ask = "pilot", more = {}, plan = {} }: Given): string {
  return planFile({
    words: {
      case: "document / documents",
      positive: "fake / fakes",
      negative: "genuine document / genuine documents",
    },
    evaluations: [
      {
        id: "e",
        task: "comparison",
        data: "data.csv",
        label: "y",
        positive: 1,
        models: [
          { id: "a", name: "Platform A", prediction: "a" },
          { id: "b", name: "Platform B", prediction: "b" },
        ],
        kind: "held-out",
      },
    ],
    documents: [
      {
        kind: "option-memo",
        status: "final",
        audience: "internal",
        decision: { ask: "Approve a pilot.", so_what: "We choose a vendor.", owner: "CTO", by: "2026-12-11" },
        options: options.map((option) => ({ ...option, ...(option.id === ask ? { ask: true } : {}) })),
        memo: { ...memo, ...more },
      },
    ],
    ...plan,
  });
}

describe("an option memo", () => {
  it("counts the same cases once, in four parts of one total", async () => {
    const { markdown, messages } = await memoOf(pairs(328, 24, 16, 32));
    expect(messages).toEqual([]);
    // The 100 genuine documents were judged rightly by both.
    expect(markdown).toContain(
      "On the same 500 documents, both were right on 428, only Platform A on 24, only Platform B on 16, and neither on 32.",
    );
  });

  it("says no clear difference where the range spans zero, and how many would settle it", async () => {
    // (24 - 16) / 500 = 1.6 of 100; Newcombe's paired range holds 0.
    const { markdown } = await memoOf(pairs(328, 24, 16, 32));
    expect(markdown).toMatch(
      /No clear difference: the range of Platform A less Platform B is −\d+ to \d+ of 100/,
    );
    expect(markdown).toContain("This test cannot tell which is right more often.");
    expect(markdown).toMatch(/If both go on as here, an even chance to settle it takes [\d,]+ documents\./);
    expect(markdown).not.toMatch(/was right \d+ of 100 more often/);
  });

  it("names who is ahead, from its own side, where the whole range is on one", async () => {
    const { markdown } = await memoOf(pairs(300, 10, 60, 30));
    // (60 - 10) / 500 = 10 of 100 for the second.
    expect(markdown).toMatch(
      /Platform B was right 10 of 100 more often than Platform A \(range \d+ to \d+\)/,
    );
    expect(markdown).toContain("This test settles which was right more often on these documents.");
  });

  it("tells both kinds of error up front, with who is clearly ahead in one where nobody is overall", async () => {
    // All 400 fraudulent ones count for recall; the 100 genuine ones were judged rightly by both.
    const { markdown } = await memoOf(pairs(300, 10, 60, 30));
    const lead = markdown.slice(0, markdown.indexOf("## "));
    // 50 of 400 are 12.5 of 100 (Newcombe, method 10).
    expect(lead).toMatch(/are \w+ by Platform B than by Platform A: 1[23] of 100 more \(range \d+ to \d+\)/);
    expect(lead).toMatch(/there is no clear difference \(range −?\d+ to \d+ of 100\)/);
  });

  it("cannot be settled by any number of cases where the two are alike", async () => {
    expect((await memoOf(pairs(350, 10, 10, 30))).markdown).toContain("no number of documents would settle");
  });

  it("says whether the pilot that is planned is large enough", async () => {
    const csv = pairs(328, 24, 16, 32);
    const [small, large] = [100, 100_000].map((pilot_cases) => memoOf(csv, { more: { pilot_cases } }));
    expect((await small)?.markdown).toContain("The pilot that is planned has 100: too few to settle it.");
    expect((await large)?.markdown).toContain("The pilot that is planned has 100,000: enough.");
  });

  it("has a stop and a source in every cell, or that nothing was measured", async () => {
    const { markdown } = await memoOf(pairs(328, 24, 16, 32));
    const rows = markdown.split("\n").filter((line) => /^\| (Judged|Way out)/.test(line));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(
      /\*\*90 of 100\*\* .*speculative: 452 of 500 counted\..*Not measured, no stop\./i,
    );
    expect(rows[1]).toContain("**None**. Certain: contract A.");
    expect(rows[1]).toContain("**A quarter's notice**. Speculative: a call.");
    expect(rows[1]).toContain("Not measured, no stop.");
  });

  it("tells a recommendation by what was counted, and may go against it only with a reason", async () => {
    const ahead = pairs(300, 10, 60, 30);
    const agrees = await memoOf(ahead, { ask: "b" });
    expect(agrees.markdown).toContain("Recommended: Platform B. It was also right more often in this test.");
    expect(agrees.messages).toEqual([]);
    const against = await memoOf(ahead, { ask: "a" });
    expect(against.messages.map(({ code }) => code)).toContain("recommendation-against-evidence");
    const despite = await memoOf(ahead, { ask: "a", more: { despite: "It can be left any week." } });
    expect(despite.markdown).toContain(
      "Recommended: Platform A, although Platform B was right more often in this test. It can be left any week.",
    );
    expect(despite.messages).toEqual([]);
    const open = await memoOf(pairs(328, 24, 16, 32), { ask: "a" });
    expect(open.markdown).toContain("Not for being right more often: there is no clear difference.");
    expect(open.messages).toEqual([]);
  });

  it("has no thermostat while nobody measured what a control changes", async () => {
    const controls = [{ name: "The cut-off", step: "from strict to mild", changed_by: "Head of Support" }];
    const { markdown } = await memoOf(pairs(328, 24, 16, 32), { plan: { controls } });
    expect(markdown).toContain(
      "The cut-off: Head of Support may turn it. What turning it changes was not measured.",
    );
    expect(markdown).not.toContain("thermostat");
  });

  it("is no final document without what it weighs", async () => {
    const { messages } = await memoOf(pairs(328, 24, 16, 32), {
      ask: "nobody",
      more: { exit: undefined, criteria: [], wrong: [memo.wrong[0]], reverses: [] },
    });
    expect(messages.filter(({ code }) => code === "missing-fact")).toHaveLength(5);
  });

  it("keeps what is weighed inside the house", async () => {
    const { assessment } = await publishFiles({
      "data.csv": pairs(328, 24, 16, 32),
      "forthright.yaml": planOf({}),
    });
    expect(JSON.stringify(redact(assessment, "executive").documents)).toContain("contract A");
    expect(JSON.stringify(redact(assessment, "customer").documents)).not.toContain("contract A");
  });

  it("refuses names that stand for nothing", async () => {
    const wrong = { ...memo, wrong: [{ option: "c", cost: "more" }] };
    await expect(memoOf(pairs(10, 1, 1, 1), { more: wrong })).rejects.toThrow(/Unexpected option "c"/);
  });
});
