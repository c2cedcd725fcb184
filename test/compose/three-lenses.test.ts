import { describe, expect, it } from "vitest";

import { groupsCsv } from "../find/small-csv.js";
import { planFile } from "../measure/project-folder.js";
import { publishFiles, type PublishedDocument } from "../measure/publish-project.js";

const questions = { business: "Who pays?", technical: "What breaks it?", risk: "Who answers?" };

async function lensesOf(
  notes: Readonly<Record<string, string>> = {},
  lenses: object = questions,
  kind = "three-lenses",
): Promise<PublishedDocument> {
  const written = Object.entries(notes).map(([slot, text]) => [`notes/three-lenses/${slot}.md`, text]);
  const { documents } = await publishFiles({
    "data.csv": groupsCsv({ A: { tp: 80, fn: 20, fp: 10, tn: 190 }, B: { tp: 80, fn: 20, fp: 10, tn: 190 } }),
    ...(Object.fromEntries(written) as Record<string, string>),
    "forthright.yaml": planFile({
      words: {
        case: "application / applications",
        positive: "fraud / frauds",
        negative: "honest one / honest ones",
        flagged: "stopped",
        missed: "let through",
      },
      use: { affected: "Honest people wait.", oversight: "A reviewer." },
      deployment: { base_rate: 0.1, threshold: 0.5, volume: { cases: 1000, per: "month" } },
      costs: {
        currency: "EUR",
        action: { value: 5, source: "Ops" },
        miss: { value: 300, source: "Finance" },
      },
      evaluations: [
        {
          id: "e",
          data: "data.csv",
          label: "y",
          positive: 1,
          score: "s",
          slices: ["group"],
          kind: "held-out",
        },
      ],
      documents: [
        {
          kind,
          status: "final",
          audience: "internal",
          decision: { ask: "Launch it.", so_what: "It stops most frauds.", owner: "COO", by: "2026-12-01" },
          lenses,
        },
      ],
    }),
  });
  const [document] = documents;
  if (document === undefined) throw new Error("Nothing was made");
  return document;
}

const codes = ({ messages }: PublishedDocument): string[] =>
  messages.filter(({ severity }) => severity !== "hint").map(({ code }) => code);

describe("three lenses", () => {
  it("fill themselves from the facts, each with its question at the end", async () => {
    const document = await lensesOf();
    expect(codes(document)).toEqual([]);
    const [, business = "", technical = "", risk = "", after = ""] = document.markdown.split(/^## /m);
    expect(business).toMatch(
      /^Business: what changes\?[\s\S]*are stopped[\s\S]*\*\*Question:\*\* Who pays\?\n/,
    );
    expect(technical).toMatch(/^Technical: what was measured\?[\s\S]*\*\*Question:\*\* What breaks it\?\n/);
    expect(risk).toMatch(/Honest people wait\.[\s\S]*A reviewer[\s\S]*\*\*Question:\*\* Who answers\?\n/);
    expect(after).toMatch(/COO decides by 1\sDecember\s2026\./);
  });

  it("tell no number twice", async () => {
    const rate = '::rate{ref="recall@all"}\n';
    const twice = await lensesOf({ technical: rate, risk: `Of them all: ${rate.slice(1)}` });
    expect(codes(twice)).toContain("repeated-in-lens");
    const once = await lensesOf({ technical: rate, risk: "A person decides.\n" });
    expect(codes(once)).not.toContain("repeated-in-lens");
  });

  it("are no final page without a question under each", async () => {
    const document = await lensesOf({}, { business: "Who pays?" });
    expect(codes(document)).toContain("missing-fact");
    expect(codes(document)).toContain("repeated-in-lens");
    await expect(lensesOf({}, { business: "Somebody pays." })).rejects.toThrow(/question mark/);
  });

  it("hold 120 words each, the question among them", async () => {
    const text = (words: number): string => `${"It works. ".repeat(words / 2).trim()}\n`;
    expect(codes(await lensesOf({ risk: text(110) }))).not.toContain("word-limit");
    expect(codes(await lensesOf({ risk: text(130) }))).toContain("word-limit");
  });
});

describe("a page for a decision", () => {
  it.each(["briefing", "three-lenses"])(
    "%s: is not published as final without ask, owner and date",
    async (kind) => {
      const { documents } = await publishFiles({
        "data.csv": groupsCsv({ A: { tp: 80, fn: 20, fp: 10, tn: 190 } }),
        "forthright.yaml": planFile({
          evaluations: [{ id: "e", data: "data.csv", label: "y", positive: 1, score: "s" }],
          documents: [{ kind, status: "final" }],
        }),
      });
      const missing = (documents[0]?.messages ?? []).filter(
        ({ code, severity }) => code === "missing-fact" && severity === "error",
      );
      for (const what of ["What decision is asked for", "Who decides", "By when"])
        expect(
          missing.some(({ text }) => text.startsWith(what)),
          what,
        ).toBe(true);
    },
  );
});
