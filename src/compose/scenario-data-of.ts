import type { Assessment, Criterion, Distribution } from "../model/assessment.js";
import type {
  RangedNumber,
  ScenarioCosts,
  ScenarioCriterion,
  ScenarioData,
  ScenarioHistogram,
  ScenarioMetric,
} from "../model/scenario-data.js";
import { isBinary } from "../model/tasks.js";
import { packPhrase } from "../phrasing/pack-phrase.js";
import { isNeeded, type PhraseNeeds } from "../scenario/phrases-needed.js";
import { showInvisibleIn } from "../visible-text.js";
import type { DocumentContext } from "./context.js";
import { estimateAt } from "./resolve.js";
import { subjectOf } from "./subject-of.js";

/** Why a document has no sliders: nothing to weigh, or too few cases to share. */
export type NoScenario = "missing" | "withheld";

/**
 * What the sliders of a document carry, from the Assessment as its edition may know it: the histogram of the cases it is
 * about, never rows, and the sentences of its language.
 *
 * @param isBoard - true for a page that also shows what only a board has room for
 */
export function scenarioDataOf(context: DocumentContext, isBoard = true): ScenarioData | NoScenario {
  const { assessment, document, evaluation, voice } = context;
  const subject = subjectOf(document);
  const slice = context.slice(subject) ?? null;
  const distribution = assessment.distributions.find(
    (one) => one.evaluation === evaluation.id && one.slice === subject,
  );
  if (!isBinary(evaluation.task) || evaluation.score === null || (subject !== "all" && slice === null))
    return "missing";
  if (distribution === undefined)
    return assessment.estimates.some(({ metric }) => metric === "roc-auc") && voice.audience !== "internal"
      ? "withheld"
      : "missing";
  const histogram = histogramOf(distribution);
  // An edition whose bins have no edge there may not know how many cases lie between it and the next one.
  if (evaluation.threshold !== null && !histogram.edges.includes(evaluation.threshold))
    return voice.audience === "internal" ? "missing" : "withheld";
  const isWhole = subject === "all";
  const criteria = criteriaOf(assessment, evaluation.id, subject);
  const baseRate = estimateAt(context, "deployment-base-rate", subject)?.value ?? null;
  const stated = {
    costs: costsOf(assessment.costs),
    volume: isWhole ? assessment.deployment.volume : null,
    capacity: isWhole ? assessment.deployment.capacity : null,
  };
  // Names in a sentence cannot turn its direction or hide letters, in the page that says it either.
  return showInvisibleIn<ScenarioData>({
    schema: 1,
    lang: voice.lang,
    audience: voice.audience,
    prefix: assessment.evaluations.length > 1 ? `${evaluation.id}/` : "",
    evaluation: {
      ...evaluation,
      facet_names: undefined,
      columns: { label: null, positive: null, subject: null, slices: [] },
    },
    slice,
    histogram,
    seen: seenOf(histogram),
    threshold: evaluation.threshold,
    baseRate: baseRate === null ? null : ratedOf(baseRate, isWhole ? assessment.deployment.base_rate : null),
    ...stated,
    outOf: voice.outOf,
    words: wordsOf(context, slice?.name ?? null),
    worthwhile: voice.worthwhile ?? null,
    calibrated:
      isWhole &&
      evaluation.score.probability &&
      assessment.calibration.some(({ evaluation: id, passes }) => id === evaluation.id && passes),
    criteria,
    phrases: phrasesOf(context, { ...stated, slice, criteria, isBoard }),
  });
}

/** The nouns of the page, without the other language and without names of groups that the sliders never tell. */
function wordsOf({ voice: { words } }: DocumentContext, name: string | null): ScenarioData["words"] {
  const own = { ...words, de: undefined };
  if (words.declined === undefined) return own;
  const told = name === null ? undefined : words.declined.groups[name];
  return {
    ...own,
    declined: { ...words.declined, groups: name === null || told === undefined ? {} : { [name]: told } },
  };
}

function ratedOf(
  value: number,
  stated: { readonly low: number | null; readonly high: number | null } | null,
): RangedNumber {
  return { value, low: stated?.low ?? value, high: stated?.high ?? value };
}

function histogramOf({ edges, positive, negative, design_effect: effects }: Distribution): ScenarioHistogram {
  return {
    edges,
    positives: positive,
    negatives: negative,
    clusters: effects === undefined ? null : { positives: effects.positive, negatives: effects.negative },
  };
}

/** Lowest and highest edge of the bins that hold a case. */
function seenOf({ edges, positives, negatives }: ScenarioHistogram): ScenarioData["seen"] {
  const held = edges.filter((_, bin) => (positives[bin] ?? 0) + (negatives[bin] ?? 0) > 0);
  return { low: held[0] ?? 0, high: held.at(-1) ?? 0 };
}

function costsOf(costs: Assessment["costs"]): ScenarioCosts | null {
  if (costs === null) return null;
  const { currency, action, false_alarm: falseAlarm, miss, effect } = costs;
  const ranged = (amount: typeof action): RangedNumber | null =>
    amount === null ? null : { value: amount.value, low: amount.low, high: amount.high };
  const stated = { action, falseAlarm, miss, effect };
  return {
    currency,
    action: ranged(action),
    falseAlarm: ranged(falseAlarm),
    miss: ranged(miss),
    effect: ranged(effect),
    sources: Object.fromEntries(
      Object.entries(stated).flatMap(([key, amount]) =>
        amount?.source == null ? [] : [[key, amount.source]],
      ),
    ),
    alarmIs: falseAlarm === null && action !== null ? "action" : "falseAlarm",
  };
}

const metrics: readonly string[] = [
  "recall",
  "false-alarms",
  "specificity",
  "precision",
  "flag-rate",
] satisfies ScenarioMetric[];

/** Criteria about the cases of the document whose number follows from the counts at a threshold. */
function criteriaOf(assessment: Assessment, evaluation: string, subject: string): ScenarioCriterion[] {
  return assessment.criteria.flatMap((criterion) => {
    const { id, title, metric, operator, bound, upper, confidence, importance } = criterion;
    const isAsked = ["at-least", "at-most", "between"].includes(operator) && bound !== null;
    if (!isAsked || criterion.evaluation !== evaluation || criterion.slice !== subject) return [];
    if (metric === null || !metrics.includes(metric)) return [];
    return [
      {
        id,
        title,
        metric: metric as ScenarioMetric,
        operator,
        bound,
        upper,
        confidence,
        importance,
        fixed: fixedVerdict(criterion),
        judgedOn: criterion.reason === "criterion.observed" ? ("observed" as const) : ("bound" as const),
      },
    ];
  });
}

const fixedReasons = ["criterion.below-min-n", "criterion.below-min-subjects", "criterion.few-cases"];

function fixedVerdict({ verdict, reason }: Criterion): Criterion["verdict"] | null {
  if (verdict === "void" || verdict === "stale") return verdict;
  return fixedReasons.includes(reason) ? "not-evaluable" : null;
}

const packed = new WeakMap<object, Map<string, ReturnType<typeof packPhrase>>>();

function phrasesOf({ materials, voice }: DocumentContext, needs: PhraseNeeds) {
  const known = packed.get(materials.phrases) ?? new Map<string, ReturnType<typeof packPhrase>>();
  packed.set(materials.phrases, known);
  return Object.fromEntries(
    Object.entries(materials.phrases)
      .filter(([id]) => isNeeded(id, needs))
      .map(([id, source]) => {
        const phrase = known.get(id) ?? packPhrase(source, voice.lang);
        known.set(id, phrase);
        return [id, phrase];
      }),
  );
}
