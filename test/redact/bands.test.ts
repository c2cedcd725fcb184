import { expect, it } from "vitest";

import { csvOf } from "../find/small-csv.js";
import { assessFiles, planFile } from "../measure/project-folder.js";
import { publishAssessment } from "../measure/publish-project.js";

/** A project of cases by positives, negatives and the score they all have. */
function project(bands: readonly (readonly [positives: number, negatives: number, score: number])[]) {
  const rows = bands.flatMap(([positives, negatives, score]) => [
    { times: positives, cells: [1, score] },
    { times: negatives, cells: [0, score] },
  ]);
  return {
    "data.csv": csvOf(["y", "s"], rows),
    "forthright.yaml": planFile({
      deployment: { threshold: 0.5 },
      evaluations: [{ id: "e", data: "data.csv", label: "y", positive: 1, score: "s" }],
      documents: [{ kind: "limitation-portfolio" }, { kind: "model-card" }],
    }),
  };
}

it("a score band with few cases of a class is said to be off without its counts, outside the house", async () => {
  // Scores of 0.85 expect 119 of 140; those of 0.15 are right.
  const assessment = await assessFiles(
    project([
      [7, 133, 0.85],
      [150, 850, 0.15],
    ]),
  );
  const textOf = async (audience: "internal" | "auditor"): Promise<string> =>
    (await publishAssessment(assessment, { audience })).map(({ markdown }) => markdown).join("\n");
  const counts = "119 of 140 were expected, 7 occurred";
  expect(await textOf("internal")).toContain(counts);
  const outside = await textOf("auditor");
  expect(outside).toContain("Scores from 0.8 to 0.9 say too much; the counts are withheld.");
  expect(outside).not.toContain(counts);
});

it("a band that is off does not make the level over all cases wrong", async () => {
  // 90 of 200 expected and 60 seen, 250 of 1,000 expected and 280 seen: 340 of both.
  const assessment = await assessFiles(
    project([
      [60, 140, 0.45],
      [280, 720, 0.25],
    ]),
  );
  const found = assessment.findings.filter(({ rule }) => rule === "miscalibration").map(({ id }) => id);
  expect(found).toEqual(["miscalibration@e#0.4-0.5"]);
  const [card] = await publishAssessment(assessment, { audience: "internal", kinds: ["model-card"] });
  expect(card?.markdown).toContain("which is no clear difference");
});
