import type { Assessment } from "../model/assessment.js";
import type { Materials } from "../model/materials.js";
import type { Audience, DocumentPlan } from "../model/plan.js";
import { analogyMistakes } from "./check-analogies.js";
import { createContext } from "./create-context.js";
import { subjectOf } from "./subject-of.js";
import { judgeAnalogy } from "./judge-analogy.js";

/** Whether one analogy may be told about this Assessment. */
export interface FittingAnalogy {
  readonly id: string;
  readonly concept: string;
  /** Kinds of document and the evidence they are about, in which it may be told. */
  readonly fits: readonly string[];
  /** Where it fits nowhere: what is missing in the place where least is. */
  readonly failures: readonly { readonly why: string; readonly todo: string }[];
}

export interface FittingQuestion {
  readonly materials: Materials;
  readonly lang: string;
  readonly audience: Audience | null;
  /** What an edition may know of an Assessment. */
  readonly editionOf: (assessment: Assessment, audience: Audience) => Assessment;
}

/** Holds every analogy against every document of the plan, and against a briefing about each body of evidence. */
export function fittingAnalogies(
  assessment: Assessment,
  { materials, lang, audience, editionOf }: FittingQuestion,
): readonly FittingAnalogy[] {
  const bare = assessment.evaluations.map(({ id }) => ({
    kind: "briefing",
    status: "draft" as const,
    evaluation: id,
  }));
  const documents: readonly DocumentPlan[] = [...assessment.documents, ...bare];
  const places = documents.map((document, index) => {
    const edition =
      audience ?? document.audience ?? materials.documents[document.kind]?.audience ?? "internal";
    const context = createContext({
      assessment: editionOf(assessment, edition),
      document,
      index,
      audience: edition,
      lang,
      materials,
      notes: new Map(),
      places: {},
      withheld: 0,
      report: () => undefined,
    });
    return { name: `${document.kind} (${context.evaluation.id})`, context };
  });
  return Object.values(materials.analogies).map((analogy) => {
    const mistakes = analogyMistakes(analogy).map(({ text, hint = "" }) => ({ why: text, todo: hint }));
    const judged = places.map(({ name, context }) => {
      const slice = context.slice(subjectOf(context.document)) ?? null;
      return { name, failures: [...mistakes, ...judgeAnalogy(analogy, context, slice).failures] };
    });
    const fits = judged.filter(({ failures }) => failures.length === 0).map(({ name }) => name);
    const nearest = [...judged].sort((a, b) => a.failures.length - b.failures.length)[0];
    return {
      id: analogy.id,
      concept: analogy.concept,
      fits: [...new Set(fits)],
      failures: fits.length > 0 ? [] : (nearest?.failures ?? []),
    };
  });
}
