import { beforeAll, describe, expect, it } from "vitest";

import type { Assessment } from "../../src/model/assessment.js";
import type { Audience } from "../../src/model/plan.js";
import { assessFiles, planFile, type ProjectFiles } from "../measure/project-folder.js";
import { publishAssessment } from "../measure/publish-project.js";

/** Two months of a log that agree: recall well supported, and everything else a claim may be. */
function project(scale?: string): ProjectFiles {
  const rows = (missed: number): string =>
    `y,s\n${[
      ...Array.from({ length: 500 }, (_, i) => `1,${i < missed ? 0.2 : 0.8}`),
      ...Array.from({ length: 5_000 }, (_, i) => `0,${i < 300 ? 0.8 : 0.2}`),
    ].join("\n")}\n`;
  const evaluation = { label: "y", positive: 1, score: "s", kind: "deployment", label_source: "outcome" };
  return {
    "one.csv": rows(90),
    "two.csv": rows(95),
    "forthright.yaml": planFile({
      words: { case: "order / orders", positive: "fraud / frauds", negative: "honest order / honest orders" },
      deployment: { threshold: 0.5, base_rate: 0.09 },
      costs: { currency: "USD" },
      claims: [
        { id: "stock", kind: "counted", text: "Stock is 30 of 100 above plan.", source: "audited count" },
        { id: "cause", kind: "cause", text: "The disruption caused it." },
        {
          id: "cost",
          kind: "cost",
          text: "The stock costs money to carry.",
          source: "cost model",
          value: 1_500_000,
          low: 1_100_000,
          high: 1_900_000,
        },
      ],
      evaluations: [
        {
          ...evaluation,
          id: "one",
          data: "one.csv",
          collected: "2026-07-01/2026-07-31",
          agrees_with: ["two"],
        },
        { ...evaluation, id: "two", data: "two.csv", collected: "2026-08-01/2026-08-31" },
      ],
      documents: [
        {
          kind: "briefing",
          headline: ["one/recall@all", "one/false-alarms@all"],
          decision: {
            ask: 'The cause is :stop{claim="cause"}, the catch rate :stop{claim="one/recall@all"}.',
          },
          ...(scale === undefined ? {} : { scale }),
        },
        { kind: "limitation-portfolio" },
        { kind: "model-card", ...(scale === undefined ? {} : { scale }) },
      ],
    }),
  };
}

let assessment: Assessment;
beforeAll(async () => {
  assessment = await assessFiles(project());
});

/** The Markdown of one kind of document, spaces made plain. */
async function told(kind: string, of = assessment, audience: Audience | null = null): Promise<string> {
  const documents = await publishAssessment(of, { kinds: [kind], audience });
  return (documents[0]?.markdown ?? "").replace(/[\s\u00a0\u202f]+/g, " ");
}

describe("the stops of a page", () => {
  it("stand with two reasons and what would move them in every kind of document", async () => {
    for (const kind of ["briefing", "limitation-portfolio", "model-card"]) {
      const page = await told(kind, assessment, "executive");
      expect(page, kind).toContain(
        "The disruption caused it: **speculative**. Early evidence suggests it; this could change. Reason: the two only came together in time. What would move it: a controlled test, or a fix that reverses it.",
      );
      expect(page, kind).toContain("Stock is 30 of 100 above plan: **certain**. We counted it.");
      expect(page, kind).toContain("Reasons: a wide range; one scenario. What would move it: more cases.");
    }
  });

  it("are told of the numbers at the top together where they share stop and reasons", async () => {
    expect(await told("briefing")).toContain("The 2 numbers at the top: **well supported**.");
  });

  it("can be put into a sentence, with their number", async () => {
    expect(await told("briefing")).toContain(
      "The cause is speculative (2 of 5), the catch rate well supported (4 of 5).",
    );
  });

  it("choose how exact a claim may be", async () => {
    const card = await told("model-card");
    expect(card).toContain("We counted: Stock is 30 of 100 above plan.");
    expect(card).toContain("Early evidence suggests: The disruption caused it. This could change.");
    expect(card).toContain("About $1,500,000 ($1,100,000 to $1,900,000)");
    expect(card).toMatch(/Frauds flagged \(recall\), 82 of 100 \(range 78 to 85\)\./);
  });
});

describe("words for how likely something is", () => {
  it("are used only of well supported claims, with number and range, in a sentence of their own", async () => {
    const card = await told("model-card");
    // 410 of 500: 0.784 to 0.851, inside 66 to 100. Flagged wrongly 300 of 5,000: the opposite is said.
    expect(card).toContain("For a single case this is likely (about 82 of 100, range 78 to 85).");
    expect(card).toMatch(
      /For a single case the opposite is very likely \(about 940 of 1,000, range 933 to 946\)\./,
    );
    for (const sentence of card.split(/(?<=[.!?]) /))
      if (/\blikely \(/.test(sentence))
        expect(sentence).not.toMatch(/supported|speculative|established|evidence/);
    expect(card).toContain("Likelihood words: IPCC scale");
    expect(await told("briefing")).toContain("Likelihood words: IPCC scale, none used");
  });

  it("follow the scale of the document, and fall silent where a range crosses its bands", async () => {
    const card = await told("model-card", await assessFiles(project("icd-203")));
    expect(card).toContain("Likelihood words: ICD 203 scale");
    expect(card).not.toContain("about 82 of 100"); // 78 to 85 crosses 80.
    expect(card).toContain("the opposite is very likely (about 940 of 1,000");
  });
});

describe("an edition", () => {
  it("shows auditors what takes points off, and executives two reasons", async () => {
    const [auditor, executive] = await Promise.all([
      told("model-card", assessment, "auditor"),
      told("model-card", assessment, "executive"),
    ]);
    expect(auditor).toContain("What takes points off a claim");
    expect(auditor).toContain("National Center for Health Statistics");
    expect(auditor).toContain("−1: a wide range; −1: one scenario");
    expect(executive).not.toContain("What takes points off a claim");
    expect(executive).toContain("a wide range; one scenario");
  });
});

describe("an unknown claim", () => {
  it("is an error with the nearest known one", async () => {
    const [first, ...rest] = assessment.documents;
    const wrong = {
      ...first,
      kind: "briefing",
      status: "draft" as const,
      decision: { ask: ':stop{claim="caus"}' },
    };
    const [page] = await publishAssessment(
      { ...assessment, documents: [wrong, ...rest] },
      { kinds: ["briefing"] },
    );
    expect(
      page?.messages
        .filter(({ code }) => code === "dangling-reference")
        .map(({ text, hint }) => [text, hint]),
    ).toEqual([['There is no claim "caus".', 'did you mean "cause"?']]);
  });
});
