import { describe, expect, it } from "vitest";

import { planFile } from "../measure/project-folder.js";
import { publishFiles } from "../measure/publish-project.js";

/** 400 applicants at each score, with exactly as many defaults as the score says. */
const scores = [0.05, 0.15, 0.25, 0.45, 0.65];
const rows = scores.flatMap((score) =>
  Array.from({ length: 400 }, (_, index) => `${index < Math.round(400 * score) ? 1 : 0},${score}`),
);

/** A good loan earns 1,200, a default costs 6,000: break-even at 1,200 of 7,200, 16.7 of 100. */
const costs = { currency: "EUR", action: 0, false_alarm: 1_200, miss: 6_000 };

async function toldOf(score: number, more: object = {}, kind = "held-out"): Promise<string> {
  const { documents } = await publishFiles(
    {
      "scores.csv": `y,pd\n${rows.join("\n")}\n`,
      "forthright.yaml": planFile({
        words: {
          case: "applicant / applicants",
          positive: "defaulter / defaulters",
          negative: "payer / payers",
          flagged: "declined",
          missed: "approved",
          unflagged: "approved",
        },
        deployment: { base_rate: 0.31, threshold: 0.3 },
        costs,
        evaluations: [{ id: "past", data: "scores.csv", label: "y", positive: 1, score: "pd", kind }],
        documents: [{ kind: "model-card", audience: "internal", case: { id: "A-17", score } }],
        ...more,
      }),
      "notes/model-card/verdict.md": "::case\n",
    },
    { kinds: ["model-card"] },
  );
  return documents[0]?.markdown ?? "";
}

describe("one case", () => {
  it("is told in past cases: 60 of 400 scored 0.15 defaulted, Wilson range 12 to 19 of 100", async () => {
    const text = await toldOf(0.15);
    expect(text).toMatch(
      /Of 100 past applicants scored from [\d.]+ to [\d.]+ as this one is, about 15 turned out defaulters\./,
    );
    expect(text).toContain("The range is 11 to 19 of 100, from 60 of 400 applicants.");
    expect(text).toContain(
      "That says nothing of this one alone: of 100 such applicants about 85 were payers.",
    );
  });

  it("is referred where the range spans the break-even of 16.7 of 100", async () => {
    const text = await toldOf(0.15);
    expect(text).toContain("At the stated costs acting pays from 17 of 100.");
    expect(text).toContain("The range spans it, so the score cannot settle this one. Refer it");
    expect(text).not.toMatch(/should be (declined|approved)/);
  });

  it("speaks for one way only where the whole range lies on one side, the forecast first", async () => {
    const [low, high] = [await toldOf(0.05), await toldOf(0.45)];
    expect(low).toMatch(
      /about 5 turned out defaulters\..*on these costs this one should be approved\. A person decides/,
    );
    expect(high).toMatch(
      /about 45 turned out defaulters\..*on these costs this one should be declined\. A person decides/,
    );
  });

  it("takes in the ranges of the costs", async () => {
    // 600 to 3,000 of earnings: break-even between 9 and 33 of 100, so 25 of 100 is not settled.
    const wide = { costs: { ...costs, false_alarm: { value: 1_200, low: 600, high: 3_000 } } };
    expect(await toldOf(0.25)).toContain("should be declined");
    expect(await toldOf(0.25, wide)).toContain("The range spans it");
  });

  it("without costs has a forecast and no advice", async () => {
    const text = await toldOf(0.15, { costs: { currency: "EUR" } });
    expect(text).toContain("15 turned out defaulters");
    expect(text).toContain("So the numbers advise nothing here.");
    expect(text).not.toMatch(/should be|Refer it/);
  });

  it("has no forecast while the score is not shown to be a probability", async () => {
    const text = await toldOf(0.15, {}, "selected");
    expect(text).toContain("The score puts cases in order. It is not a probability.");
    expect(text).toContain("So it cannot settle this one. Refer it.");
    expect(text).not.toMatch(/turned out defaulters/);
  });

  it("has none where nobody was scored like it", async () => {
    const text = await toldOf(0.35);
    expect(text).not.toMatch(/turned out defaulters/);
    expect(text).toContain("Refer it.");
  });
});
