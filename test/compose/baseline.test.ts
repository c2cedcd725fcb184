import { describe, expect, it } from "vitest";

import { csvOf } from "../find/small-csv.js";
import { planFile } from "../measure/project-folder.js";
import { publishFiles } from "../measure/publish-project.js";

/** 200 frauds and 1,000 honest ones; the score catches 160 and stops 50, today's rule catches 100 and stops 200. */
const csv = csvOf(
  ["y", "s", "rule"],
  [
    { times: 90, cells: [1, 0.9, 1] },
    { times: 70, cells: [1, 0.9, 0] },
    { times: 10, cells: [1, 0.1, 1] },
    { times: 30, cells: [1, 0.1, 0] },
    { times: 50, cells: [0, 0.9, 1] },
    { times: 150, cells: [0, 0.1, 1] },
    { times: 800, cells: [0, 0.1, 0] },
  ],
);

async function told(document: object, kind = "model-card"): Promise<string> {
  const { documents } = await publishFiles({
    "data.csv": csv,
    "forthright.yaml": planFile({
      words: {
        case: "application / applications",
        positive: "fraud / frauds",
        negative: "honest one / honest ones",
        flagged: "stopped",
        missed: "let through",
      },
      deployment: { base_rate: 0.02, out_of: 1000, threshold: 0.5 },
      costs: { currency: "EUR", action: 5, miss: 300 },
      evaluations: [
        { id: "test", data: "data.csv", label: "y", positive: 1, score: "s", kind: "held-out" },
        {
          id: "today",
          title: "today's rule",
          data: "data.csv",
          label: "y",
          positive: 1,
          prediction: "rule",
          kind: "held-out",
        },
      ],
      documents: [{ kind, audience: "internal", ...document }],
    }),
  });
  return documents[0]?.markdown ?? "";
}

describe("a baseline", () => {
  it("stands beside the model in the same denominators", async () => {
    // Of 1,000 at 2 of 100: 20 frauds, 16 caught by the score and 10 by the rule; of 980 honest, 49 and 196.
    const text = await told({ baseline: { evaluation: "today" } });
    const cells = (name: string): string[] | undefined =>
      text
        .split("\n")
        .find((line) => line.startsWith(`| ${name} |`))
        ?.split("|")
        .slice(2, 4)
        .map((cell) => cell.trim());
    expect(cells("frauds stopped")).toEqual(["10", "16"]);
    expect(cells("frauds let through")).toEqual(["10", "4"]);
    expect(cells("honest ones stopped")).toEqual(["196", "49"]);
    expect(cells("applications stopped in all")).toEqual(["206", "65"]);
    expect(text).toContain("Without the model: today's rule; ");
    expect(text).not.toContain("without the model was not measured");
  });

  it("is not measured where none is named", async () => {
    const text = await told({});
    expect(text).toContain("| frauds stopped | not measured | 16 |");
    expect(text).toContain("What happens without the model was not measured.");
  });

  it("is told in the briefing, with the ranges of both errors", async () => {
    const text = await told({ baseline: { evaluation: "today" } }, "briefing");
    expect(text).toContain(
      "Without the model (today's rule), 10 of those 20 frauds would be stopped, and 196 of the 980 honest ones too.",
    );
    // Wilson of 100 of 200 and of 200 of 1,000.
    expect(text).toMatch(/43 to 57 of 100 frauds and 18 to 23 of 100 honest ones/);
    expect(await told({}, "briefing")).toContain("What happens without the model was not measured.");
  });

  it("has to be evidence that there is", async () => {
    await expect(told({ baseline: { evaluation: "yesterday" } })).rejects.toThrow(/evaluation "yesterday"/);
  });
});

describe("an option in use", () => {
  it("is what the money of the others is told against", async () => {
    // 160 caught of 200 at 300, less 5 for each of 210 stopped: 46,950 against doing nothing.
    const options = [
      { id: "none", name: "Nothing", act: "none", in_use: true },
      { id: "score", name: "The score", ask: true },
    ];
    const text = await told({ options }, "briefing");
    expect(text).toMatch(/“The score” gains about €47,000 against “Nothing” \(range €\d/);
    expect(text).toContain("| Nothing | 0 | 0 | 0 | the baseline |");
    expect(text).toContain("It breaks even when");
  });

  it("is one at most", async () => {
    const options = ["a", "b"].map((id) => ({ id, name: id, act: "none", in_use: true }));
    await expect(told({ options })).rejects.toThrow(/second option in use/);
  });
});
