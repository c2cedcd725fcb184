import { readdirSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { loadMaterials } from "../../src/load/load-materials.js";
import { assess, publish, unbuildable } from "../../src/pipeline.js";
import { assessFiles, planFile } from "../measure/project-folder.js";

/* Every kind of document of every example: it is made, or one message says which facts it lacks. */

const materials = await loadMaterials(null, "en");
const kinds = Object.keys(materials.documents);

describe.each(readdirSync("examples").filter((name) => !name.includes(".")))("%s", (example) => {
  it("gives every kind, or one message of what it lacks", async () => {
    const { assessment } = await assess(`examples/${example}`);
    const told: string[] = [];
    for (const kind of kinds) {
      const options = { materials, lang: "en", kinds: [kind], audience: null };
      const refused = unbuildable(assessment, options);
      const made = await publish(assessment, options);
      const lacks = refused.length === 1 && refused[0]?.code === "E-KIND-FACTS";
      if (made.length === 0 ? !lacks : refused.length > 0) told.push(`${kind}: ${refused.length} messages`);
      if (made.some(({ html }) => !html.includes("<h1"))) told.push(`${kind}: no page`);
    }
    expect(told).toEqual([]);
  });
});

describe("a final document without the facts its kind needs", () => {
  const evaluations = [{ id: "e", counts: { tp: 1, fn: 1, fp: 1, tn: 1 } }];
  const criteria = [{ id: "AC-1", metric: "recall", at_least: 0.9 }];

  it.each(kinds)("%s names each of them as an error, or is not made at all", async (kind) => {
    const assessment = await assessFiles({
      "forthright.yaml": planFile({ evaluations, criteria, documents: [{ kind, status: "final" }] }),
    });
    const options = { materials, lang: "en", kinds: [kind], audience: null };
    const [document] = await publish(assessment, options);
    if (document === undefined) {
      expect(unbuildable(assessment, options).map(({ code }) => code)).toEqual(["E-KIND-FACTS"]);
      return;
    }
    const errors = document.messages.filter(({ code }) => code === "missing-fact");
    expect((materials.documents[kind]?.needs ?? []).length).toBeGreaterThan(0);
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.every(({ severity }) => severity === "error")).toBe(true);
  });
});
