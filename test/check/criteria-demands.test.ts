import { describe, expect, it } from "vitest";

import { groupsCsv } from "../find/small-csv.js";
import { planFile } from "../measure/project-folder.js";
import { publishFiles } from "../measure/publish-project.js";

const fine = { tp: 90, fn: 10, fp: 20, tn: 980 };

/** A criterion of each demand, and what its row in the model card says was agreed. */
const demands: readonly (readonly [object, RegExp])[] = [
  [{ metric: "recall", at_least: 0.8 }, /at least 80 of 100/],
  [{ metric: "recall", at_least: 0.7, at_most: 0.97 }, /70 of 100 to 97 of 100/],
  [
    { metric: "false-alarms", relative_to_overall: 1.25, slice: "group=A" },
    /at most 1\.25 times that of all negative cases/,
  ],
  [
    { metric: "false-alarms", relative_to: { slice: "group=B", at_most: 2 }, slice: "group=A" },
    /at most 2(\.00)? times/,
  ],
  [
    { metric: "recall-difference", non_inferior: { margin: 0.05 }, slice: "group=A" },
    /worse by at most 5 of 100/,
  ],
  [{ metric: "roc-auc", exists: true }, /\| measured \|/],
  [{ all_measured: true }, /every value in scope tested/],
];

describe("a model card", () => {
  it.each(demands)("prints the criterion %j", async (demand, words) => {
    const { documents, assessment } = await publishFiles({
      "data.csv": groupsCsv({ A: fine, B: fine }),
      "forthright.yaml": planFile({
        deployment: { threshold: 0.5 },
        evaluations: [
          {
            id: "e",
            data: "data.csv",
            label: "y",
            positive: 1,
            score: "s",
            slices: ["group"],
            in_scope: { group: ["A", "B"] },
          },
        ],
        criteria: [{ id: "AC-1", ...demand }],
        rollout: { stages: [{ name: "Shadow", entry: ["AC-1"] }] },
        rollback: { triggers: [{ signal: "Misses", threshold: "twice the usual", action: "alert" }] },
        documents: [{ kind: "model-card", audience: "internal" }],
      }),
    });
    const row = /^\| AC-1 .*$/m.exec(documents[0]?.markdown ?? "")?.[0] ?? "";
    expect(row).toMatch(words);
    expect(row).toMatch(/pass|inconclusive|fail|cannot be judged/);
    expect(documents[0]?.markdown).toContain("Shadow");
    expect(assessment.criteria[0]?.verdict).toMatch(/pass|inconclusive/);
  });
});
