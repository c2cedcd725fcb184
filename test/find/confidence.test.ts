import { describe, expect, it } from "vitest";

import { confidenceDomains } from "../../src/model/confidence.js";
import { planSchema } from "../../src/model/plan.js";
import { domains } from "../../src/find/confidence/domains/all.js";
import { caps } from "../../src/find/confidence/caps.js";
import { assessFiles, planFile, type ProjectFiles } from "../measure/project-folder.js";
import { claimIn, counts, ofCounts } from "./claim-of-counts.js";

describe("the scale", () => {
  /** Rows of three months that agree; a fourth stop above needs a mix that was looked at, too. */
  const months = (count: number): ProjectFiles => {
    const evaluation = { label: "y", positive: 1, score: "s", kind: "deployment", label_source: "outcome" };
    const ids = ["one", "two", "three"].slice(0, count);
    const rows = (missed: number): string =>
      `y,s\n${[
        ...Array.from({ length: 400 }, (_, i) => `1,${i < missed ? 0.2 : 0.8}`),
        ...Array.from({ length: 4_000 }, (_, i) => `0,${i < 300 ? 0.8 : 0.2}`),
      ].join("\n")}\n`;
    return {
      "forthright.yaml": planFile({
        deployment: { threshold: 0.5, base_rate: 0.09 },
        evaluations: ids.map((id, index) => ({
          ...evaluation,
          id,
          data: `data/${id}.csv`,
          collected: `2026-0${index + 6}-01/2026-0${index + 6}-28`,
          ...(index === 0 && count > 1 ? { agrees_with: ids.slice(1) } : {}),
        })),
        documents: [{ kind: "briefing", headline: ["one/recall@all", "recall@all"] }],
      }),
      ...Object.fromEntries(ids.map((id, index) => [`data/${id}.csv`, rows(60 + index)])),
    };
  };

  it.each([
    [1, 3, "partly-supported"],
    [2, 4, "well-supported"],
    [3, 5, "well-established"],
  ])("with %s months that agree and no deduction reaches C %s", async (count, c, stop) => {
    const assessment = await assessFiles(months(count));
    const claim = claimIn(assessment, count === 1 ? "recall@all" : "one/recall@all");
    expect([claim?.c, claim?.stop]).toEqual([c, stop]);
  });

  it("gives every claim that is not counted something that would move it", async () => {
    const assessment = await assessFiles(months(2));
    expect(assessment.confidence.length).toBeGreaterThan(0);
    for (const { moves, stop } of assessment.confidence)
      if (stop !== "certain" && stop !== "well-established") expect(moves.length).toBeGreaterThan(0);
  });

  it("tells the largest deduction first", async () => {
    const assessment = await ofCounts({ kind: "synthetic", counts: { ...counts, tp: 80, fn: 20 } });
    const points = claimIn(assessment, "recall@all")?.deductions.map((one) => one.points) ?? [];
    expect(points).toEqual([...points].sort((a, b) => a - b));
    expect(points[0]).toBe(-2);
  });
});

describe("the IPCC's matrix of evidence and agreement", () => {
  it.each([
    [1, "low", 1],
    [1, "medium", 1],
    [1, "high", 2],
    [2, "low", 2],
    [2, "medium", 3],
    [2, "high", 4],
    [3, "low", 3],
    [3, "medium", 4],
    [7, "high", 4], // Robust and high is 5; a cause is never more than well supported.
  ])("%s lines with %s agreement give C %s", async (lines, agreement, c) => {
    const claims = [{ id: "it", kind: "cause", text: "It was so.", tested: "controlled", lines, agreement }];
    const assessment = await ofCounts({}, { claims });
    expect(claimIn(assessment, "claim:it")?.c).toBe(c);
  });

  it("leaves a judgement alone at speculative, however many judge alike", async () => {
    const claims = [{ id: "it", kind: "expert", text: "It is so.", lines: 5, agreement: "high" }];
    const claim = claimIn(await ofCounts({}, { claims }), "claim:it");
    expect([claim?.c, claim?.cap?.id]).toEqual([2, "expert"]);
  });
});

describe("the registry", () => {
  it("holds every domain in its order, and caps from the lowest up", () => {
    expect(domains.map(({ id }) => id)).toEqual([...confidenceDomains]);
    expect(caps.map(({ most }) => most)).toEqual([...caps.map(({ most }) => most)].sort((a, b) => a - b));
    expect(new Set(caps.map(({ id }) => id)).size).toBe(caps.length);
  });
});

describe("a claim of the plan", () => {
  const refused = async (claim: object): Promise<string> => {
    try {
      await ofCounts({}, { claims: [{ id: "it", text: "Stock is 30 of 100 above plan.", ...claim }] });
    } catch (error) {
      return JSON.stringify(error);
    }
    return "accepted";
  };

  it.each([
    [{ kind: "counted" }, "Missing `source`"],
    [
      { kind: "counted", source: "audit", text: "Stock will fall." },
      'Unexpected \\"will\\" in a counted claim',
    ],
    [{ kind: "counted", source: "audit", lines: 2, agreement: "low" }, "Unexpected lines of a counted claim"],
    [{ kind: "cause", lines: 2 }, "Unexpected lines or agreement alone"],
    [{ kind: "cause", tested: "controlled", value: 3 }, "Unexpected value of a cause claim"],
    [{ kind: "cost" }, "Missing `value`"],
    [{ kind: "cost", value: 3, low: 4, high: 5 }, "outside its range 4 to 5"],
    [
      { kind: "expert", text: "It is very likely that sales grow." },
      'Unexpected \\"very likely\\" in a claim',
    ],
    [{ kind: "expert", text: "Wahrscheinlich steigt der Absatz." }, "without a word for how likely"],
    [{ kind: "chance" }, "Missing `score`"],
    [{ kind: "chance", score: 0.2, evaluation: "its" }, 'Unexpected evaluation \\"its\\"'],
  ])("%j is refused: %s", async (claim, text) => {
    expect(await refused(claim)).toContain(text);
  });

  it("is seen from executives up unless its author says otherwise", () => {
    const plan = { schema: 1, model: { name: "Model" }, evaluations: [{ id: "it", counts }] };
    const claims = [{ id: "it", kind: "expert", text: "It is so." }];
    expect(planSchema.parse({ ...plan, claims }).claims?.[0]?.disclosure).toBe("executive");
  });
});
