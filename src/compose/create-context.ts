import type { Root } from "mdast";

import type { Message, Place } from "../errors.js";
import type { Assessment, Estimate, EvaluationFacts } from "../model/assessment.js";
import type { Materials } from "../model/materials.js";
import type { Audience, DocumentPlan } from "../model/plan.js";
import { sliceIdFromText } from "../model/slice-id.js";
import { naturalFrequency } from "../phrasing/natural-frequency.js";
import { rateDenominator } from "../phrasing/rate-denominator.js";
import { createSay } from "../phrasing/say.js";
import { hundredEach, type Voice } from "../phrasing/voice.js";
import type { DocumentContext } from "./context.js";
import { expandTree } from "./expand.js";
import { createTokens } from "./tokens.js";

export interface ComposeInput {
  /** Redacted for the edition. */
  readonly assessment: Assessment;
  readonly document: DocumentPlan;
  readonly index: number;
  readonly audience: Audience;
  readonly lang: string;
  readonly materials: Materials;
  readonly notes: ReadonlyMap<string, Root>;
  readonly places: Readonly<Record<string, Place>>;
  /** Records above this edition's level, left out of it. */
  readonly withheld: number;
  readonly report: (message: Message) => void;
}

/** Everything the directives of one document look at. */
export function createContext(input: ComposeInput): DocumentContext {
  const { assessment, document, audience, lang, materials } = input;
  const evaluation =
    assessment.evaluations.find(({ id }) => id === document.evaluation) ?? assessment.evaluations[0];
  if (evaluation === undefined) throw new Error("An assessment without evaluations cannot be told");
  const estimates = new Map(assessment.estimates.map((estimate) => [estimate.id, estimate]));
  const slices = new Map(
    assessment.slices.filter((slice) => slice.evaluation === evaluation.id).map((slice) => [slice.id, slice]),
  );
  const voice: Voice = {
    say: createSay(materials.phrases, lang),
    lang,
    audience,
    words: assessment.words,
    outOf: denominatorsOf(assessment, evaluation, subjectOf(document)),
    estimate: (id) => estimates.get(id),
  };
  const context: DocumentContext = {
    ...input,
    evaluation,
    voice,
    tokens: createTokens(),
    estimate: (id) => estimates.get(id),
    slice: (id) => slices.get(id),
    expand: (tree, source) => expandTree(tree, source, context),
    charts: [],
  };
  return context;
}

/** The cases a document is about: the slice it compares, else all. */
export function subjectOf(document: DocumentPlan): string {
  return document.compare === undefined ? "all" : sliceIdFromText(document.compare);
}

/** One total per class of cases, for the whole document. */
function denominatorsOf(
  assessment: Assessment,
  evaluation: EvaluationFacts,
  subject: string,
): Voice["outOf"] {
  const find = (metric: string, slice: string): Estimate | undefined =>
    assessment.estimates.find(
      (estimate) =>
        estimate.metric === metric && estimate.slice === slice && estimate.evaluation === evaluation.id,
    );
  const of = (...wanted: string[]): number => {
    const estimate = wanted
      .flatMap((metric) => [find(metric, subject), find(metric, "all")])
      .find((found) => found?.value != null);
    return estimate === undefined ? 100 : rateDenominator(estimate);
  };
  const [recall, falseAlarms, baseRate] = ["recall", "false-alarms", "deployment-base-rate"].map(
    (metric) => find(metric, subject)?.value ?? null,
  );
  const chosen =
    recall == null || falseAlarms == null || baseRate == null
      ? 100
      : naturalFrequency({ recall, falseAlarmShare: falseAlarms, baseRate }).outOf;
  return {
    ...hundredEach,
    cases: assessment.deployment.out_of ?? chosen,
    positives: of("recall", "fnmr"),
    negatives: of("false-alarms", "fmr"),
    flagged: of("precision", "precision-test"),
    unflagged: of("npv", "npv-test"),
    attempts: of("fta"),
    subjects: of("fte"),
  };
}
