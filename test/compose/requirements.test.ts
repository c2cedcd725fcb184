import { describe, expect, it } from "vitest";

import { loadMaterials } from "../../src/load/load-materials.js";
import type { Materials } from "../../src/model/materials.js";
import { assess, publish, unbuildable } from "../../src/pipeline.js";

/* A kind of document that the evidence cannot fill is not made, and one message says why. */

const { assessment } = await assess("examples/churn-new-segment");
const materials = await loadMaterials(null, "en");

/** Our kinds, and one more with the given requirements and a sheet of its own. */
function withKind(requires: readonly string[], from: Materials = materials): Materials {
  const card = from.documents["model-card"];
  if (card === undefined) throw new Error("There is no model card");
  const source = "::masthead\n\n# A probe\n\n::stamp\n";
  const probe = {
    ...card,
    kind: "probe",
    requires,
    source,
    slots: [],
    needs: [],
    path: "templates/documents/probe.md.hbs",
  };
  return {
    ...from,
    documents: { ...from.documents, probe },
    styles: { ...from.styles, probe: ".only-in-probe{color:inherit}" },
  };
}

const ask = (parts: Materials, kinds: readonly string[], lang = "en") => ({
  materials: parts,
  lang,
  kinds,
  audience: null,
});

describe("a kind of document", () => {
  it("is made where all is there", async () => {
    const options = ask(withKind(["scores", "threshold"]), ["probe"]);
    expect(unbuildable(assessment, options)).toEqual([]);
    const [probe] = await publish(assessment, options);
    expect(probe?.html).toContain(".only-in-probe");
  });

  it("is left out with one message that names all that is missing, and the others are made", async () => {
    const options = ask(withKind(["case", "scores", "series"]), ["probe", "briefing"]);
    const documents = await publish(assessment, options);
    expect(documents.map(({ kind }) => kind)).toEqual(["briefing"]);
    expect(unbuildable(assessment, options)).toEqual([
      expect.objectContaining({
        code: "E-KIND-FACTS",
        severity: "error",
        text: expect.stringMatching(/^No probe can be made .*no case .*; .*no series/) as string,
      }),
    ]);
  });

  it("tells it in the language of the documents", async () => {
    const german = withKind(["case"], await loadMaterials(null, "de"));
    expect(unbuildable(assessment, ask(german, ["probe"], "de"))[0]?.text).toContain("es nennt keinen Fall");
  });

  it("has a style sheet that no other kind carries", async () => {
    const [briefing] = await publish(assessment, ask(withKind([]), ["briefing"]));
    expect(briefing?.html).not.toContain(".only-in-probe");
  });

  it("whose template asks for a fact nobody knows is refused with the template's name", () => {
    expect(() => unbuildable(assessment, ask(withKind(["serie"]), ["probe"]))).toThrow(
      expect.objectContaining({
        messages: [
          expect.objectContaining({
            code: "E-TEMPLATE",
            place: { file: "templates/documents/probe.md.hbs" },
          }),
        ],
      }),
    );
  });

  it("of ours requires only what is known", () => {
    for (const kind of Object.keys(materials.documents))
      expect(() => unbuildable(assessment, ask(materials, [kind]))).not.toThrow();
  });
});
