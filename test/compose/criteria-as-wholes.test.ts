import { describe, expect, it } from "vitest";

import { groupsCsv } from "../find/small-csv.js";
import { planFile } from "../measure/project-folder.js";
import { publishFiles } from "../measure/publish-project.js";

/** The card of one criterion over two groups and one over all, as Markdown without no-break spaces. */
async function cardOf(groups: Parameters<typeof groupsCsv>[0]): Promise<string> {
  const { documents } = await publishFiles(
    {
      "data.csv": groupsCsv(groups),
      "forthright.yaml": planFile({
        deployment: { threshold: 0.5 },
        evaluations: [{ id: "e", data: "data.csv", label: "y", positive: 1, score: "s", slices: ["group"] }],
        criteria: [
          { id: "AC-1", metric: "false-alarms", at_most: 0.05, slice: "each:group" },
          { id: "AC-2", metric: "recall", at_least: 0.7 },
        ],
      }),
    },
    { kinds: ["model-card"], audience: "internal" },
  );
  return (documents[0]?.markdown ?? "").replaceAll("\u00A0", " ");
}

const fine = { tp: 90, fn: 10, fp: 20, tn: 980 };

describe("criteria told as wholes", () => {
  it("count once, and pass where each of their groups does", async () => {
    const card = await cardOf({ north: fine, south: fine });
    expect(card).toContain("**2 of 2 criteria pass**");
    expect(card).toContain("A criterion passes where each of its groups does.");
  });

  // 60 of 1,000 are seen where 50 are allowed, and the exact lower bound, 48.1, still reaches that (scipy.stats.beta).
  it("do not pass where one group is open, and what would settle it is no test of more cases", async () => {
    const card = await cardOf({ north: fine, south: { ...fine, fp: 60, tn: 940 } });
    expect(card).toContain("**1 of 2 criteria pass**");
    const row = card.split("\n").find((line) => line.startsWith("| Whether criterion AC-1 fails"));
    expect(row).toContain("it looks so, though the range reaches the limit.");
    expect(row).toContain("At the rate seen, more cases will not make it pass.");
    expect(card).not.toContain("More cases, or a decision by the owner.");
    expect(card).toMatch(/60 of 1,000 [|] at least 48\.1 of 1,000/);
  });
});
