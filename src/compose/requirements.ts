import { UserError, type Message } from "../errors.js";
import type { Assessment, EvaluationFacts } from "../model/assessment.js";
import type { Materials } from "../model/materials.js";
import { suggestName } from "../model/nearest-name.js";
import { audiences } from "../model/audiences.js";
import type { Audience, DocumentPlan } from "../model/plan.js";
import { isBinary, type Task } from "../model/tasks.js";
import { plainText } from "../phrasing/inline.js";
import { createSay } from "../phrasing/say.js";

interface Facts {
  readonly assessment: Assessment;
  readonly document: DocumentPlan;
  /** Evidence of the document, as the plan names it; the first when it names none. */
  readonly evaluation: EvaluationFacts | undefined;
  readonly audience: Audience;
}

/**
 * Facts without which a kind of document has nothing to say, and how to see whether they are there. A template
 * lists them as `requires`; each has its words in `templates/phrases/<lang>/requires.yaml`.
 *
 * Not to be mixed up with `needs`: those are gaps, which a draft prints.
 */
const given: Readonly<Record<string, (facts: Facts) => boolean>> = {
  case: ({ document }) => document.case !== undefined,
  options: ({ document }) => (document.options ?? []).length > 0,
  scores: ({ evaluation }) =>
    evaluation !== undefined && isBinary(evaluation.task) && evaluation.score !== null,
  threshold: ({ evaluation }) => evaluation !== undefined && evaluation.threshold !== null,
  comparison: (facts) => hasTask(facts, "comparison"),
  series: (facts) => hasTask(facts, "series"),
  incident: ({ document }) => document.incident !== undefined,
  protocol: ({ document }) => document.protocol !== undefined,
  failures: ({ assessment, document }) =>
    (document.premortem?.rows ?? []).length > 0 ||
    assessment.limitations.length > 0 ||
    assessment.findings.some(({ gap }) => gap),
  // What alarms, what failed and what it cost is told to nobody outside: no edition of it exists for them. Nor of an
  // acceptance report: owners, stages, alarms, the way back and what is accepted until when are its substance, and all
  // of it stays inside. A customer asks what was agreed and whether it held: the model card says that.
  inside: ({ audience }) => audiences.indexOf(audience) <= audiences.indexOf("executive"),
  criteria: ({ assessment }) => assessment.criteria.length > 0,
};

function hasTask({ assessment }: Facts, wanted: Task): boolean {
  return assessment.evaluations.some(({ task }) => task === wanted);
}

/** Names that a template may list as `requires`. */
const knownRequirements: readonly string[] = Object.keys(given);

/**
 * What a document cannot be made without, in one message.
 *
 * @returns null where everything is there
 * @throws UserError where a template names a fact that does not exist
 */
export function missingRequirements(
  assessment: Assessment,
  { document, audience }: { readonly document: DocumentPlan; readonly audience: Audience },
  materials: Materials,
  lang: string,
): Message | null {
  const kind = materials.documents[document.kind];
  const evaluation =
    assessment.evaluations.find(({ id }) => id === document.evaluation) ?? assessment.evaluations[0];
  const missing = (kind?.requires ?? []).filter((name) => {
    const isGiven = given[name];
    if (isGiven === undefined) {
      throw new UserError("usage", {
        code: "E-TEMPLATE",
        severity: "error",
        place: { file: kind?.path ?? document.kind },
        text: `There is no requirement "${name}".`,
        hint: suggestName(name, knownRequirements),
      });
    }
    return !isGiven({ assessment, document, evaluation, audience });
  });
  if (missing.length === 0) return null;
  const say = createSay(materials.phrases, lang);
  const list = missing.map((name) => plainText(say(`requires.${name}`, {}))).join("; ");
  return {
    code: "E-KIND-FACTS",
    severity: "error",
    place: { file: "forthright.yaml" },
    text: `No ${document.kind} can be made of this evidence: ${list}.`,
    hint: missing.includes("inside")
      ? "Leave this kind out of that edition. The other documents are made."
      : "Add it to the plan, or leave this kind out. The other documents are made.",
  };
}
