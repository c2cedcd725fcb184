import { describe, expect, it } from "vitest";

import { csvOf } from "./small-csv.js";
import { assessFiles, planFile } from "../measure/project-folder.js";

/** Verdict on "no species slips more than 20 of 100", for species by how many slipped and how many were caught. */
async function verdictOn(
  species: Readonly<Record<string, readonly [slipped: number, caught: number]>>,
): Promise<string | undefined> {
  const blocks = Object.entries(species).flatMap(([name, [slipped, caught]]) => [
    { times: slipped, cells: [name, "go"] },
    { times: caught, cells: [name, "stop"] },
  ]);
  const { criteria } = await assessFiles({
    "data.csv": csvOf(["what", "said"], [{ times: 1, cells: ["live", "go"] }, ...blocks]),
    "forthright.yaml": planFile({
      evaluations: [
        {
          id: "e",
          task: "attack-detection",
          data: "data.csv",
          label: "what",
          bona_fide: "live",
          prediction: "said",
          flagged: "stop",
        },
      ],
      criteria: [{ id: "AC-1", metric: "apcer", at_most: 0.2, slice: "all" }],
    }),
  });
  return criteria[0]?.verdict;
}

describe("a criterion on the highest APCER holds for every species", () => {
  it("passes where the bound of each does", async () => {
    expect(await verdictOn({ print: [0, 100], mask: [5, 95] })).toBe("pass");
  });
  it("is open where a species of few tries could be worse, though none of it slipped", async () => {
    expect(await verdictOn({ print: [5, 95], mask: [0, 5] })).toBe("inconclusive");
  });
  it("fails where one surely is, whatever the others leave open", async () => {
    expect(await verdictOn({ print: [60, 40], mask: [0, 5] })).toBe("fail");
  });
});
