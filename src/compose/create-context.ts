import { isBinary } from "../model/tasks.js";
import type { Root } from "mdast";

import type { Message, Place } from "../errors.js";
import type { Assessment, Estimate, EvaluationFacts } from "../model/assessment.js";
import type { Materials } from "../model/materials.js";
import type { Audience, DocumentPlan } from "../model/plan.js";
import { subjectOf } from "./subject-of.js";
import { whatIfTotal } from "../phrasing/patterns/what-if.js";
import { naturalFrequency } from "../phrasing/natural-frequency.js";
import { rateDenominator } from "../phrasing/rate-denominator.js";
import { isDifference, isUnclear } from "../phrasing/measure-number.js";
import { nounSlots } from "../phrasing/noun-slots.js";
import type { Declined } from "../phrasing/spoken-words.js";
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
  /** Further forms of the nouns, where the language declines them: see `inLanguage`. */
  readonly declined?: Declined | undefined;
  readonly materials: Materials;
  /** How the author's own texts are told, where they are in another language than the document. */
  readonly author?: AuthorLanguage | undefined;
  readonly notes: ReadonlyMap<string, Root>;
  readonly places: Readonly<Record<string, Place>>;
  /** Records above this edition's level, left out of it. */
  readonly withheld: number;
  readonly report: (message: Message) => void;
}

/** What a number in a text of the author is said with: the words of the language that the text is in. */
export interface AuthorLanguage {
  readonly lang: string;
  readonly materials: Materials;
  /** Redacted for the edition, with names in the author's language. */
  readonly assessment: Assessment;
  readonly declined?: Declined | undefined;
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
  const tasks = new Map(assessment.evaluations.map(({ id, task }) => [id, task]));
  const taskOf: Voice["taskOf"] = (estimate) => tasks.get(estimate.evaluation) ?? "binary";
  const outOf = denominatorsOf(assessment, evaluation, subjectOf(document));
  const ofMetric = totalsOf(assessment.estimates);
  const words = {
    ...assessment.words,
    ...(input.declined === undefined ? {} : { declined: input.declined }),
  };
  const voice: Voice = {
    say: createSay(materials.phrases, lang, nounSlots(words)),
    knows: (id) => id in materials.phrases,
    lang,
    audience,
    words,
    currency: assessment.costs?.currency ?? null,
    worthwhile: assessment.deployment.worthwhile,
    outOf,
    totalOf: (estimate) => (isBinary(taskOf(estimate)) ? outOf[estimate.of] : ofMetric(estimate)),
    taskOf,
    partName: ({ evaluation: id, facet }) =>
      facet === undefined
        ? null
        : (assessment.evaluations.find((one) => one.id === id)?.facet_names?.[facet] ?? null),
    estimate: (id) => estimates.get(id),
  };
  const shared = { shown: new Set<string>(), analogies: [], charts: [], scenarios: [] };
  const context: DocumentContext = {
    ...input,
    evaluation,
    voice,
    tokens: createTokens(),
    estimate: (id) => estimates.get(id),
    slice: (id) => slices.get(id),
    expand: (tree, source) => expandTree(tree, source, context),
    ...shared,
    author: authorContext(input, shared),
  };
  return context;
}

/** The same document as the author's texts see it: in their language, into the same charts. */
function authorContext(
  { author, ...input }: ComposeInput,
  shared: Pick<DocumentContext, "shown" | "analogies" | "charts" | "scenarios">,
): DocumentContext["author"] {
  if (author === undefined) return null;
  const { lang, materials, assessment, declined } = author;
  const own = createContext({ ...input, lang, materials, assessment, declined });
  const context: DocumentContext = {
    ...own,
    ...shared,
    expand: (tree, source) => expandTree(tree, source, context),
  };
  return context;
}

/** Largest total a metric is told out of, however rare the errors of one of its parts are. */
const largestTotal = 10_000;

/** The value, or of a clear difference the end of its range that is nearest to none: it must not be rounded to it. */
function nearestToNone(estimate: Estimate): number {
  const { interval, value } = estimate;
  if (!isDifference(estimate) || isUnclear(estimate) || interval === null) return value ?? 0;
  return Math.min(Math.abs(interval.low), Math.abs(interval.high));
}

/** One total per metric and evaluation: the one that its rarest part over all cases needs. */
function totalsOf(estimates: readonly Estimate[]): (estimate: Estimate) => number {
  const totals = new Map<string, number>();
  for (const estimate of estimates) {
    const { evaluation, metric, slice, unit, value } = estimate;
    if (unit !== "share" || slice !== "all" || value === null) continue;
    const key = `${evaluation}/${metric}`;
    const own = Math.min(
      largestTotal,
      rateDenominator({ ...estimate, value: Math.abs(nearestToNone(estimate)) }),
    );
    totals.set(key, Math.max(own, totals.get(key) ?? 100));
  }
  return ({ evaluation, metric }) => totals.get(`${evaluation}/${metric}`) ?? 100;
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
  const rates = recall == null || falseAlarms == null ? null : { recall, falseAlarmShare: falseAlarms };
  const chosen =
    rates === null
      ? 100
      : baseRate == null
        ? whatIfTotal(rates)
        : naturalFrequency({ ...rates, baseRate }).outOf;
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
