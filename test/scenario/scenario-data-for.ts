import { createContext } from "../../src/compose/create-context.js";
import type { DocumentContext } from "../../src/compose/context.js";
import { inLanguage } from "../../src/compose/in-language.js";
import { scenarioDataOf } from "../../src/compose/scenario-data-of.js";
import { loadMaterials } from "../../src/load/load-materials.js";
import type { Assessment } from "../../src/model/assessment.js";
import type { Audience, DocumentPlan } from "../../src/model/plan.js";
import type { ScenarioData } from "../../src/model/scenario-data.js";
import { redact } from "../../src/redact/redact.js";

interface Options {
  readonly audience?: Audience;
  readonly lang?: string;
  /** Slice the document is about. */
  readonly compare?: string;
  /** Evidence it is about, where there is more than one. */
  readonly evaluation?: string;
}

/** The context of a briefing over an Assessment, as `publish` makes it. */
export async function contextFor(
  assessment: Assessment,
  { audience = "internal", lang = "en", compare, evaluation }: Options = {},
): Promise<DocumentContext> {
  const materials = await loadMaterials(null, lang);
  const document: DocumentPlan = {
    kind: "briefing",
    status: "draft",
    ...(compare === undefined ? {} : { compare }),
    ...(evaluation === undefined ? {} : { evaluation }),
  };
  const { assessment: told, declined } = inLanguage(redact(assessment, audience), lang, materials, {});
  return createContext({
    assessment: told,
    document,
    index: 0,
    audience,
    lang,
    declined,
    materials,
    notes: new Map(),
    places: {},
    withheld: 0,
    report: ({ text }) => {
      throw new Error(text);
    },
  });
}

/** What the sliders of that briefing carry, after one trip through JSON as in a page. */
export async function scenarioDataFor(assessment: Assessment, options: Options = {}): Promise<ScenarioData> {
  const data = scenarioDataOf(await contextFor(assessment, options));
  if (typeof data === "string") throw new Error(`There are no sliders: ${data}`);
  return JSON.parse(JSON.stringify(data)) as ScenarioData;
}
