import type { RootContent } from "mdast";

import { compose } from "../../src/compose/compose.js";
import { nodeText } from "../../src/compose/node-text.js";
import type { Message } from "../../src/errors.js";
import { loadMaterials } from "../../src/load/load-materials.js";
import type { Assessment } from "../../src/model/assessment.js";
import type { Datum } from "../../src/model/inline.js";
import type { Analogy } from "../../src/model/materials.js";
import type { Audience, DocumentPlan } from "../../src/model/plan.js";
import { editionOf } from "../../src/pipeline.js";
import { prepareTemplates } from "../../src/templates.js";

export interface Told {
  /** Text of the analogy; null when it was not told. */
  readonly picture: string | null;
  /** Text of its breakdown. */
  readonly breaks: string;
  /** Text of the whole document. */
  readonly text: string;
  readonly numbers: readonly Datum[];
  readonly messages: readonly Message[];
}

export interface Telling {
  readonly audience?: Audience;
  readonly document?: Partial<DocumentPlan>;
  readonly index?: number;
  /** Body of the document. */
  readonly source?: string;
  readonly pages?: number | null;
  readonly analogies?: Readonly<Record<string, Analogy>>;
  readonly lang?: string;
}

/** Composes a document of one directive, the analogy. */
export async function tellAnalogy(assessment: Assessment, id: string, how: Telling = {}): Promise<Told> {
  const { audience = "internal", document = {}, index = 0, pages = null, lang = "en" } = how;
  const ours = await loadMaterials(null, lang);
  const probe = {
    kind: "probe",
    title: "Probe",
    summary: "",
    audience,
    slots: [],
    needs: [],
    requires: [],
    pages,
    source: how.source ?? `::analogy{id="${id}"}\n`,
    path: "probe.md.hbs",
  };
  const materials = {
    ...ours,
    documents: { ...ours.documents, probe },
    analogies: { ...ours.analogies, ...how.analogies },
  };
  await prepareTemplates(materials);
  const composed = compose({
    assessment: editionOf(assessment, audience),
    document: { kind: "probe", status: "draft", ...document },
    index,
    audience,
    lang,
    materials,
    notes: new Map(),
    places: {},
    withheld: 0,
  });
  const blocks = named(composed.tree.children, "analogy");
  return {
    picture: blocks[0] === undefined ? null : nodeText(blocks[0]),
    breaks: named(composed.tree.children, "breaks").map(nodeText).join(" "),
    text: composed.tree.children.map(nodeText).join("\n"),
    numbers: dataOf(composed.tree.children),
    messages: composed.messages,
  };
}

function named(nodes: readonly RootContent[], name: string): RootContent[] {
  return nodes.flatMap((node) => [
    ...(node.type === "block" && node.name === name ? [node] : []),
    ...("children" in node ? named(node.children as RootContent[], name) : []),
  ]);
}

function dataOf(nodes: readonly RootContent[]): Datum[] {
  return nodes.flatMap((node) => [
    ...(node.type === "datum" ? [node.datum] : []),
    ...("children" in node ? dataOf(node.children as RootContent[]) : []),
  ]);
}
