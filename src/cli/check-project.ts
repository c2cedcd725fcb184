import { unshownTexts } from "../author-texts.js";
import { unusedExceptions } from "../check/settle.js";
import type { Message } from "../errors.js";
import { loadMaterials } from "../load/load-materials.js";
import type { Assessment } from "../model/assessment.js";
import type { Audience } from "../model/plan.js";
import { assess, publish, unbuildable } from "../pipeline.js";
import { readAssessment } from "./read-assessment.js";
import type { Checked } from "./checked.js";
import { settledTexts } from "./check-texts.js";
import { uniqueMessages } from "./unique-messages.js";

export interface CheckOptions {
  /** Language of the documents; that of the plan when null. */
  readonly lang: string | null;
  readonly date: string | null;
  /** Kinds to read; all of the plan when empty. */
  readonly kinds: readonly string[];
  readonly audience: Audience | null;
  /** Saved Assessment to start from; null reads the project. */
  readonly assessment: string | null;
}

/**
 * Reads every sentence of every document of a project, and by the text rules the notes that no document shows.
 *
 * @param project - null with a saved Assessment alone
 */
export async function checkProject(project: string | null, options: CheckOptions): Promise<Checked> {
  const { kinds, audience } = options;
  const known = await loadMaterials(project, options.lang ?? "en");
  const assessed =
    options.assessment === null
      ? await assess(project ?? ".", { date: options.date, kinds: Object.keys(known.documents) })
      : { assessment: await readAssessment(options.assessment), messages: [], places: {} };
  const { assessment, places } = assessed;
  const lang = options.lang ?? assessment.lang ?? "en";
  const materials = options.lang === null && lang !== "en" ? await loadMaterials(project, lang) : known;
  const documents = await publish(assessment, { materials, lang, kinds, audience, places });
  const refused = unbuildable(assessment, { materials, lang, kinds, audience });
  const said = [...assessed.messages, ...refused, ...uniqueMessages(documents)];
  const suppressed = documents.flatMap((document) => document.suppressed);
  const found = { folder: project ?? ".", documents: documents.length };
  // Only when all documents were read is it known which texts none of them shows.
  if (kinds.length > 0 || audience !== null)
    return { ...found, texts: 0, messages: [...said, ...failedCriteria(assessment)], suppressed };
  const unshown = unshownTexts(assessment, documents, places).map((text) => ({ ...text, plain: false }));
  const rest = await settledTexts(unshown, assessment.lang ?? "en", assessment.lint);
  const held = [...suppressed, ...rest.suppressed];
  return {
    ...found,
    texts: unshown.length,
    messages: [
      ...said,
      ...rest.messages,
      ...unusedNotes(assessment, unshown),
      ...unusedExceptions(assessment.lint, held),
      ...failedCriteria(assessment),
    ],
    suppressed: held,
  };
}

/** Says once which notes no document shows: a name misspelt would else go unnoticed. */
function unusedNotes({ notes }: Assessment, unshown: readonly { readonly key: string }[]): Message[] {
  const names = notes.map(({ path }) => path).filter((name) => unshown.some(({ key }) => key === name));
  const [first] = names;
  if (first === undefined) return [];
  return [
    {
      code: "unused-note",
      severity: "hint",
      place: { file: first },
      text: `No document shows ${names.join(", ")}; read by the text rules alone.`,
      hint: "A note stands in notes/<kind>/<slot>.md; `forthright explain <kind>` names the slots.",
    },
  ];
}

/**
 * What was agreed and is not so: an error where it must hold. A document may be published all the same, for it
 * prints the verdict; a pipeline that promised the criterion has to stop.
 */
function failedCriteria({ criteria }: Assessment): Message[] {
  return criteria
    .filter(({ verdict }) => verdict === "fail")
    .map(({ id, of, metric, importance }) => ({
      code: "criterion-failed",
      severity: importance === "must" ? "error" : "warning",
      place: { file: "forthright.yaml" },
      text: `Criterion ${of} on ${metric ?? "coverage"} is not met${id === of ? "" : ` for ${decodeURIComponent(id.slice(of.length + 1))}`}.`,
      hint: "Mend the model, or agree on another bound and say so.",
    }));
}
