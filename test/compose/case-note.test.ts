import { describe, expect, it } from "vitest";

import { loadMaterials } from "../../src/load/load-materials.js";
import { publish } from "../../src/pipeline.js";
import { redact } from "../../src/redact/redact.js";
import { planFile } from "../measure/project-folder.js";
import { publishFiles, type PublishedDocument } from "../measure/publish-project.js";

/** 400 applicants at each score, with exactly as many defaults as the score says. */
const scores = [0.05, 0.15, 0.25, 0.45, 0.65];
const rows = scores.flatMap((score) =>
  Array.from({ length: 400 }, (_, index) => `${index < Math.round(400 * score) ? 1 : 0},${score}`),
);

const words = {
  case: "applicant / applicants",
  positive: "defaulter / defaulters",
  negative: "payer / payers",
  flagged: "referred",
  missed: "approved unseen",
  unflagged: "approved unseen",
};

/** A loan of 10,000: a payer earns 1,200, a defaulter loses 6,000; break-even at 1,200 of 7,200. */
const money = { accept: "approve", refuse: "decline", earns: 1_200, loses: 6_000 };
const texts = {
  limits: ["You may approve up to the branch limit."],
  unseen: ["Income."],
  tips: ["Proof of income."],
};

async function note(score: number, given: object = money, more: object = {}): Promise<PublishedDocument> {
  const { documents } = await publishFiles({
    "scores.csv": `y,pd\n${rows.join("\n")}\n`,
    "forthright.yaml": planFile({
      words,
      deployment: { base_rate: { value: 0.31, window: "12 months" }, threshold: 0.3 },
      costs: { currency: "EUR" },
      evaluations: [
        { id: "past", data: "scores.csv", label: "y", positive: 1, score: "pd", kind: "held-out" },
      ],
      documents: [
        {
          kind: "case-note",
          status: "final",
          decision: { ask: "Decide, and record your reason.", owner: "Branch manager", by: "2026-11-30" },
          case: { id: "application A17", score, ...texts, ...given },
        },
      ],
      ...more,
    }),
  });
  const [document] = documents;
  if (document === undefined) throw new Error("No note was made");
  return document;
}

describe("a case note", () => {
  it("refers a case whose range spans the break-even, and never accepts or refuses it", async () => {
    // 60 of 400: Wilson 11.8 to 18.8 of 100; break-even 16.7.
    const { markdown, messages } = await note(0.15);
    expect(messages).toEqual([]);
    expect(markdown).toContain(
      "# Branch manager: refer application A17; the score alone does not settle it.",
    );
    expect(markdown).toContain(
      "This case breaks even at 17 defaulters of 100; above it “decline” costs less.",
    );
    expect(markdown).not.toContain("speak for");
    expect(markdown).toContain("Outcomes were counted over 12 months.");
  });

  it("tells the money both ways in sums that can be done again", async () => {
    // 85 x 1,200 - 15 x 6,000 = 12,000; at 11: 106,800 - 66,000; at 19: 97,200 - 114,000.
    const { markdown } = await note(0.15);
    expect(markdown).toContain(
      "With “approve” for all 100 it comes to €12,000: €40,800 at 11 of 100, −€16,800 at 19 of 100. With “decline” for all 100 it comes to €0.",
    );
  });

  it("speaks for one answer only where the whole range lies on one side", async () => {
    const [low, high] = [await note(0.05), await note(0.45)];
    expect(low.markdown).toContain("# Branch manager: the numbers speak for “approve” on application A17");
    expect(low.markdown).toContain("The whole range lies below it: the money speaks for “approve”.");
    expect(high.markdown).toContain("# Branch manager: the numbers speak for “decline” on application A17");
    expect(high.markdown).toContain("The whole range, 40 to 50 of 100, lies above the break-even of 17");
  });

  it("takes in the ranges of the stated amounts", async () => {
    // 1,200 / (1,200 + 1,000) = 55 of 100 at the kindest: 45 of 100 is not settled.
    const wide = { ...money, loses: { value: 6_000, low: 1_000, high: 9_000 } };
    const { markdown } = await note(0.45, wide);
    expect(markdown).toContain("refer application A17");
    expect(markdown).toContain("This case breaks even at 17 defaulters of 100 (12 to 55)");
  });

  it("gives no chance while the score is not shown to be one", async () => {
    const selected = [
      { id: "past", data: "scores.csv", label: "y", positive: 1, score: "pd", kind: "selected" },
    ];
    const { markdown } = await note(0.15, money, { evaluations: selected });
    expect(markdown).toContain("the score is not shown to be a chance.");
    expect(markdown).toContain("The score puts cases in order. It is not a probability.");
    expect(markdown).not.toMatch(/15 turned out|break even|comes to/);
  });

  it("gives no chance where too few cases scored alike", async () => {
    const { markdown } = await note(0.35);
    expect(markdown).toContain("Only 0 applicants have a score like this one; it takes 100.");
    expect(markdown).not.toMatch(/turned out|comes to/);
  });

  it("advises nothing without costs, and is referred", async () => {
    const { markdown } = await note(0.15, {});
    expect(markdown).toContain("refer application A17; what a mistake costs is not stated.");
    expect(markdown).toContain("there is no break-even to hold this against");
  });

  it("is told by the costs of the model where the case has none of its own", async () => {
    // Reading a file costs 60, a default 900: 60 / 900 = 7 of 100. All referred: 100 x 60. All approved: 15 x 900.
    const { markdown } = await note(0.15, {}, { costs: { currency: "EUR", action: 60, miss: 900 } });
    expect(markdown).toContain("the numbers speak for “referred”");
    expect(markdown).toContain("With “approved unseen” for all 100 it comes to −€13,500");
    expect(markdown).toContain("With “referred” for all 100 it comes to −€6,000.");
  });

  it("is no final document without limits, what was not seen, or what would tip it", async () => {
    const { messages } = await note(0.15, { ...money, limits: [], unseen: [], tips: [] });
    expect(messages.filter(({ code }) => code === "missing-fact")).toHaveLength(3);
  });

  it("is half a page: 180 words and not one more", async () => {
    const word = (count: number): object => ({ ...money, unseen: [`${"income ".repeat(count).trim()}.`] });
    const limited = async (count: number): Promise<number> =>
      (await note(0.15, word(count))).messages.filter(({ code }) => code === "word-limit").length;
    expect(await limited(5)).toBe(0);
    expect(await limited(100)).toBe(1);
  });

  it("outside the house names no case and no way to tip it", async () => {
    const { assessment } = await publishFiles({
      "scores.csv": `y,pd\n${rows.join("\n")}\n`,
      "forthright.yaml": planFile({
        words,
        costs: { currency: "EUR" },
        deployment: { threshold: 0.3 },
        evaluations: [{ id: "past", data: "scores.csv", label: "y", positive: 1, score: "pd" }],
        documents: [{ kind: "case-note", case: { id: "A17", score: 0.15, ...texts, ...money } }],
      }),
    });
    expect(redact(assessment, "executive").documents[0]?.case).toMatchObject({ id: "A17" });
    expect(redact(assessment, "customer").documents[0]?.case).toEqual({ score: 0.15 });
    expect(redact(assessment, "customer").confidence.map(({ claim }) => claim)).not.toContain("case:0");
  });

  it.each(["en", "de"])(
    "outside the house tells what is held as held, and advises nothing (%s)",
    async (lang) => {
      const files = {
        "scores.csv": `y,pd\n${rows.join("\n")}\n`,
        "forthright.yaml": planFile({
          ...(lang === "en" ? { words } : {}),
          deployment: { base_rate: { value: 0.31, window: "12 months" }, threshold: 0.3 },
          costs: { currency: "EUR" },
          evaluations: [
            { id: "past", data: "scores.csv", label: "y", positive: 1, score: "pd", kind: "held-out" },
          ],
          documents: [{ kind: "case-note", case: { id: "A17", score: 0.15, ...texts, ...money } }],
        }),
      };
      const { assessment } = await publishFiles(files);
      // The gate holds over all cases; only the past cases with this score are held.
      expect(redact(assessment, "customer").calibration[0]?.passes).toBe(true);
      const materials = await loadMaterials(null, lang);
      const [told] = await publish(assessment, { materials, lang, kinds: [], audience: "customer" });
      const page = told?.markdown() ?? "";
      expect(page).toContain(
        lang === "en"
          ? "How past applicants with a score like this one turned out is told in other editions."
          : "mit einem solchen Score ausgingen, steht in anderen Ausgaben.",
      );
      expect(page).not.toMatch(
        /could not be measured|ließ sich nicht messen|not shown to be a chance|[Rr]efer /,
      );
      // No heading stands over nothing.
      expect(page).not.toMatch(/^## [^\n]+\s+(?=## |---)/m);
      expect(told?.messages.filter(({ code }) => code === "analogy-not-shown")).toEqual([]);
    },
  );
});
