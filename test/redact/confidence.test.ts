import { beforeAll, describe, expect, it } from "vitest";

import type { Assessment } from "../../src/model/assessment.js";
import type { Audience } from "../../src/model/plan.js";
import { redact } from "../../src/redact/redact.js";
import { assessFiles, planFile, type ProjectFiles } from "../measure/project-folder.js";

/** A fraud check with an attack class nobody tried, a group of seven frauds, and claims for different readers. */
function project(): ProjectFiles {
  const rows = Array.from({ length: 2_400 }, (_, i) => {
    const fraud = i < 240;
    const flagged = fraud ? i % 4 !== 0 : i % 20 === 0;
    return `${fraud ? 1 : 0},${flagged ? 0.8 : 0.1},${i < 7 || (i >= 240 && i < 300) ? "MT" : "DE"}`;
  });
  return {
    "cases.csv": `y,s,country\n${rows.join("\n")}\n`,
    "forthright.yaml": planFile({
      use: { domain: "adversarial" },
      deployment: { threshold: 0.5, base_rate: 0.1 },
      claims: [
        { id: "inside", kind: "expert", text: "Reviewers tire after two hours.", disclosure: "internal" },
        {
          id: "open",
          kind: "counted",
          text: "Two of nine offices were closed.",
          source: "log",
          disclosure: "public",
        },
      ],
      evaluations: [
        {
          id: "it",
          data: "cases.csv",
          label: "y",
          positive: 1,
          score: "s",
          slices: ["country"],
          kind: "synthetic",
          attack_classes: { print: 200, Qualmdruck: 0 },
        },
      ],
      documents: [{ kind: "briefing", headline: ["recall@all", "recall@country=MT", "false-alarms@all"] }],
    }),
  };
}

let assessment: Assessment;
beforeAll(async () => {
  assessment = await assessFiles(project());
});

/** What an edition knows of a claim. */
function claimFor(audience: Audience, id: string) {
  return redact(assessment, audience).confidence.find(({ claim }) => claim === id);
}

describe("the stops of an edition", () => {
  it.each(["internal", "auditor"] as const)("for the %s reader come with every deduction", (audience) => {
    const told = claimFor(audience, "recall@all")?.deductions ?? [];
    expect(told.length).toBeGreaterThanOrEqual(8);
    expect(told.find(({ domain }) => domain === "adversary")?.slots).toMatchObject({ names: "Qualmdruck" });
  });

  it.each(["executive", "customer", "public"] as const)(
    "for the %s reader come with the two weightiest and one step",
    (audience) => {
      const [all, told] = [claimFor("internal", "recall@all"), claimFor(audience, "recall@all")];
      expect(told?.deductions.map(({ domain }) => domain)).toEqual(
        all?.deductions.slice(0, 2).map(({ domain }) => domain),
      );
      expect(told?.moves).toHaveLength(1);
      expect([told?.c, told?.stop]).toEqual([all?.c, all?.stop]);
    },
  );

  it.each(["executive", "customer", "public"] as const)("name no attack to the %s reader", (audience) => {
    const told = JSON.stringify(redact(assessment, audience).confidence);
    expect(told).not.toContain("Qualmdruck");
    expect(JSON.stringify(assessment.confidence)).toContain("Qualmdruck");
  });

  it("say to customers that attack tests are incomplete, and not which or how many", () => {
    const told = claimFor("customer", "it#untested");
    expect(told?.deductions).toEqual([
      {
        domain: "adversary",
        points: -2,
        measured: true,
        message: "confidence.adversary.incomplete",
        slots: {},
      },
    ]);
    expect(told?.moves).toEqual([{ message: "confidence.move.adversary.incomplete", slots: {} }]);
  });

  it("withhold a claim whose number is withheld", () => {
    expect(claimFor("internal", "recall@country=MT")).toBeDefined();
    expect(claimFor("auditor", "recall@country=MT")).toBeUndefined();
  });

  it("go only to readers whom the author lets see them", () => {
    expect(claimFor("internal", "claim:inside")).toBeDefined();
    expect(claimFor("auditor", "claim:inside")).toBeUndefined();
    expect(claimFor("public", "claim:open")?.stop).toBe("certain");
  });
});
