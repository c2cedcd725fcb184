import { describe, expect, it } from "vitest";

import { loadMaterials } from "../../src/load/load-materials.js";
import { assess, publish } from "../../src/pipeline.js";

/** The stamp of one kind of the example with a match, whose people come often, and attacks, which nobody repeats. */
async function stampOf(kind: string, without: string | null = null): Promise<string> {
  const { assessment, places } = await assess("examples/selfie-match", { date: "2026-11-16" });
  const documents = assessment.documents.filter((one) => one.kind !== without);
  const materials = await loadMaterials(null, "en");
  const [document] = await publish(
    { ...assessment, documents },
    { materials, lang: "en", kinds: [kind], audience: null, places },
  );
  const text = document?.markdown() ?? "";
  return text.slice(text.lastIndexOf("\n---\n")).replaceAll("\u00a0", " ");
}

describe("the stamp's line of ranges", () => {
  it("names only evidence whose subjects repeat", async () => {
    const stamp = await stampOf("acceptance-report");
    expect(stamp).toContain("clustered by subject in: Biometric verification scores, test part;");
    expect(stamp).not.toMatch(/clustered by subject in:.*attacks/);
    expect(stamp).not.toContain("95 % ranges, clustered by subject");
  });

  it("points to the card's tables, and to no card where none is made", async () => {
    expect(await stampOf("acceptance-report")).toContain("several methods; the model card names each");
    expect(await stampOf("model-card")).toContain("several methods; the tables of every measure name each");
    const alone = await stampOf("acceptance-report", "model-card");
    expect(alone).toMatch(/Ranges: several methods\n/);
    expect(alone).not.toContain("ledger");
  });
});
