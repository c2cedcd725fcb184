import { describe, expect, it } from "vitest";

import { parseTemplate } from "../../src/compose/parse-markdown.js";
import { loadMaterials } from "../../src/load/load-materials.js";
import { packageFile } from "../../src/package-file.js";
import { assess } from "../../src/pipeline.js";
import { publishAssessment } from "../measure/publish-project.js";

describe("the text of a template that was parsed before", () => {
  it("gives the same documents again, whatever was made in between", async () => {
    const [churn, fraud] = await Promise.all(
      ["churn-new-segment", "application-fraud"].map((name) => assess(packageFile(`examples/${name}`))),
    );
    if (churn === undefined || fraud === undefined) throw new Error("Two examples are assessed");
    const kinds = Object.keys((await loadMaterials(null, "en")).documents);
    const first = await publishAssessment(churn.assessment, { kinds });
    await publishAssessment(fraud.assessment, { kinds });
    const second = await publishAssessment(churn.assessment, { kinds });
    expect(first.length).toBeGreaterThan(5);
    expect(second).toEqual(first);
  }, 60_000);

  it("is forgotten after some dozens of others, so that memory stays flat", () => {
    const text = ':::lead\nOne :rate{ref="recall"}.\n:::';
    const tree = parseTemplate(text);
    expect(parseTemplate(text)).toBe(tree);
    for (let other = 0; other < 60; other += 1) parseTemplate(`Other ${other}.`);
    const again = parseTemplate(text);
    expect(again).not.toBe(tree);
    expect(again).toEqual(tree);
  });
});
