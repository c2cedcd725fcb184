import { describe, expect, it } from "vitest";

import { audiences } from "../../src/model/plan.js";
import { estimateAt, planFile, valueOf } from "./project-folder.js";
import { publishFiles } from "./publish-project.js";
import { plain, assessed } from "./comparison-project.js";

describe("hostile and empty input", () => {
  const hostile = "</script><b>{{x}}</b> ${1} \u202Eabc | :am =1+1";
  it("a hostile name reaches no markup, in any edition", async () => {
    const rows = ["y,a,b,g"];
    for (let row = 0; row < 120; row += 1)
      rows.push(`${row % 2},${row % 2},${row % 3 === 0 ? 1 : 0},"${hostile}"`);
    const files = {
      "rows.csv": rows.join("\n"),
      "forthright.yaml": planFile({
        evaluations: [
          {
            ...plain,
            slices: ["g"],
            models: [
              { id: "a", name: hostile, prediction: "a" },
              { id: "b", name: "B", prediction: "b", cost_per_1000: 3 },
            ],
          },
        ],
        documents: [{ kind: "model-card" }],
      }),
    };
    for (const audience of audiences) {
      const { documents } = await publishFiles(files, { audience });
      const html = documents[0]?.html ?? "";
      expect(html).toContain("&#x3C;/script>");
      expect(html).not.toContain("</script><b>");
      expect(html).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
  it.each([
    ["no row", "y,a,b\n", "E-HEADER-ONLY"],
    ["no row that both decided", "y,a,b\n1,1,\n0,,0\n", "E-NO-ROWS"],
    ["a label of three values", "y,a,b\n1,1,1\n0,0,0\n2,1,1\n", "E-LABEL"],
    ["a prediction in words the label does not know", "y,a,b\n1,1,1\n0,spam,0\n", "E-LABEL"],
    ["a missing column", "y,a\n1,1\n", "E-COLUMN"],
  ])("%s", async (_, csv, code) => {
    await expect(assessed(csv)).rejects.toMatchObject({ messages: [{ code }] });
  });
  it("one class: what needs the other has no value, and says why", async () => {
    const found = await assessed("y,a,b\n1,1,0\n1,1,1\n1,0,1\n");
    expect(estimateAt(found, "false-alarms[a]@all")).toMatchObject({ value: null, reason: "no-negatives" });
    expect(estimateAt(found, "paired-false-alarms-difference[a-vs-b]@all")).toMatchObject({
      value: null,
      reason: "no-negatives",
    });
    expect(valueOf(found, "accuracy-test[a]@all")).toBeCloseTo(2 / 3, 12);
  });
  it.each([
    [{ models: undefined }, "Missing `models`"],
    [{ models: [{ id: "a", prediction: "a" }] }, "expected"],
    [
      {
        models: [
          { id: "a", prediction: "a" },
          { id: "a", prediction: "b" },
        ],
      },
      'Unexpected second "a"',
    ],
    [
      {
        models: [
          { id: "a", prediction: "a" },
          { id: "b", score: "b" },
        ],
      },
      "Missing a decision",
    ],
    [
      {
        models: [
          { id: "a", prediction: "a" },
          { id: "b", prediction: "b", threshold: 0.5 },
        ],
      },
      "Unexpected threshold beside a prediction",
    ],
    [{ counts: { tp: 1, fn: 1, fp: 1, tn: 1 } }, "Unexpected counts in an evaluation of task comparison"],
    [{ slices: ["a"] }, 'Unexpected slice column "a"'],
  ])("a plan that cannot be: %j", async (evaluation, text) => {
    await expect(assessed("y,a,b\n1,1,0\n", evaluation)).rejects.toMatchObject({
      failure: "usage",
      messages: [{ text: expect.stringContaining(text) as string }],
    });
  });
});
