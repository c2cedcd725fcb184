import type { ChartContext } from "../charts/chart-context.js";
import { frequencyTree } from "../charts/frequency-tree.js";
import { iconArray } from "../charts/icon-array.js";
import type { Estimate } from "../model/assessment.js";
import type { Chart } from "../model/chart.js";
import type { Inline } from "../model/inline.js";
import type {
  ScenarioControl,
  ScenarioCounts,
  ScenarioData,
  ScenarioView,
  Setting,
} from "../model/scenario-data.js";
import { counted, noun, pluralNumber, printedCount } from "../phrasing/counted.js";
import { formatThreshold } from "../phrasing/format-number.js";
import { frequencyOf, frequencySentences, type FrequencyFacts } from "../phrasing/frequency-sentences.js";
import { plainText, text } from "../phrasing/inline.js";
import { rateSentence } from "../phrasing/rate-sentence.js";
import { casesSlots } from "../phrasing/subject-words.js";
import type { Voice } from "../phrasing/voice.js";
import { fitsCapacity, workloadSentence } from "../phrasing/workload-sentence.js";
import { criteriaAt } from "./criteria-at.js";
import { estimatesAt, refOf } from "./estimates-at.js";
import { breakEvenSentence, moneySentence, netAt } from "./money-at.js";
import { testedAt } from "./prepare.js";
import { amountsAt, scaleAt } from "./scale-at.js";
import { settingOf } from "./setting-of.js";
import { countsAlone, supportAt } from "./support-at.js";
import { tradeOffChart } from "./trade-off-chart.js";

/**
 * Everything that a page shows of one setting, at once and from one set of counts: no two views can disagree.
 *
 * The base rate changes how many, never how well: recall and false alarms are those of the test at every base rate.
 *
 * @param setting - its threshold is an edge of the histogram, or null
 * @param voice - of the document around it, or `voiceOf(data)`
 * @throws RangeError for a threshold that is no edge
 */
export function scenarioAt(data: ScenarioData, setting: Setting, voice: Voice): ScenarioView {
  const tested = testedAt(data, setting.threshold);
  const support = isOneClass(tested) ? "outside" : supportAt(data, setting, tested);
  const estimates = estimatesAt(data, setting);
  const told = voiceFor(voice, setting);
  const isEnough = support === "enough";
  const { counts: alone, why } = countsAlone(told, data, setting, tested, support);
  const sentences = isEnough ? sentencesOf(told, data, estimates) : [alone];
  const scale = scaleAt(data, setting, tested);
  const net = isEnough ? netAt(data, setting, scale) : null;
  const work = isEnough ? workOf(told, data, setting, estimates) : { words: [], fits: null };
  const money = moneySentence(told, data, setting, { net, scale, support });
  const context = chartContext(told, data, estimates);
  const options = { of: data.slice, against: null };
  const { basis, source } = data.evaluation;
  const from = told.say("chart.source", { basis, source: source ?? "" });
  // Pictures are cut out of their pages: each says where its numbers come from.
  const sourced = (chart: Chart | null): Chart | null =>
    chart === null ? null : { ...chart, note: [...chart.note, text(" "), ...from] };
  return {
    setting,
    isToday: isToday(data, setting),
    support,
    greyed: isEnough ? [] : why,
    sentences,
    spoken: spokenOf([...sentences, isEnough ? [] : why, work.words, money]),
    line: isEnough ? lineOf(told, data, setting, estimates) : alone,
    tested,
    counts: {
      total: scale.total,
      per: scale.per,
      tp: tested.tp * scale.positive,
      fn: tested.fn * scale.positive,
      fp: tested.fp * scale.negative,
      tn: tested.tn * scale.negative,
    },
    icons: sourced(isEnough ? iconArray.draw(context, options) : null),
    tree: sourced(isEnough ? frequencyTree.draw(context, options) : null),
    tradeOff: sourced(tradeOffChart(told, data, setting)),
    work: work.words,
    fits: work.fits,
    net,
    money,
    criteria: criteriaAt(told, data, setting),
    breakEven: breakEvenSentence(told, data, setting),
    estimates,
  };
}

function isOneClass({ tp, fn, fp, tn }: ScenarioCounts): boolean {
  return tp + fn === 0 || fp + tn === 0;
}

function isToday(data: ScenarioData, setting: Setting): boolean {
  const today = settingOf(data);
  return (Object.keys(today) as ScenarioControl[]).every((key) => today[key] === setting[key]);
}

/** Totals a natural frequency may grow to, where of the document's own total no positive would be left to tell of. */
const largestTotal = 100_000;

/**
 * The voice with the document's totals: while a slider moves they stay, so that two settings can be compared. Only
 * where positives or negatives get so rare that none of them would be told does the total of all cases grow tenfold.
 */
function voiceFor(voice: Voice, { baseRate }: Setting): Voice {
  if (baseRate === null) return voice;
  let { cases } = voice.outOf;
  const told = (of: number): number => Math.round(of * Math.min(baseRate, 1 - baseRate));
  while (told(cases) === 0 && cases < largestTotal) cases *= 10;
  if (cases === voice.outOf.cases) return voice;
  const outOf = { ...voice.outOf, cases };
  return { ...voice, outOf, totalOf: ({ of }) => outOf[of] };
}

function sentencesOf(
  voice: Voice,
  data: ScenarioData,
  estimates: readonly Estimate[],
): readonly (readonly Inline[])[] {
  const facts = factsOf(data, estimates);
  const whole = facts === null ? [] : frequencySentences(voice, facts);
  if (whole.length > 0) return whole;
  return ["recall", "false-alarms"].flatMap((metric) => {
    const estimate = estimates.find((one) => one.metric === metric);
    return estimate === undefined ? [] : [rateSentence(voice, estimate)];
  });
}

function factsOf({ slice }: ScenarioData, estimates: readonly Estimate[]): FrequencyFacts | null {
  const at = (metric: string): Estimate | undefined => estimates.find((one) => one.metric === metric);
  const [recall, falseAlarms, baseRate] = [at("recall"), at("false-alarms"), at("deployment-base-rate")];
  if (recall === undefined || falseAlarms === undefined || baseRate === undefined) return null;
  return { recall, falseAlarms, baseRate, slice, precision: at("precision") ?? null };
}

/** One line: out of the document's total at the base rate, or out of the cases tested without one. */
function lineOf(
  voice: Voice,
  data: ScenarioData,
  setting: Setting,
  estimates: readonly Estimate[],
): readonly Inline[] {
  const facts = factsOf(data, estimates);
  const frequency = facts === null ? null : frequencyOf(voice, facts);
  const tested = testedAt(data, setting.threshold);
  const [caught, alarms] = [refOf(data, setting, "recall"), refOf(data, setting, "false-alarms")];
  const outOf = frequency?.outOf ?? tested.tp + tested.fn + tested.fp + tested.tn;
  const whole = (value: number) => ({ exact: value, printed: value, few: false });
  const [tp, fn, fp] = [
    frequency?.caught ?? whole(tested.tp),
    frequency?.missed ?? whole(tested.fn),
    frequency?.falseAlarms ?? whole(tested.fp),
  ];
  return voice.say("scenario.line", {
    ...casesSlots(voice, data.slice),
    threshold: setting.threshold === null ? "" : formatThreshold(setting.threshold, voice.lang),
    n: counted(voice, caught, "outOf", outOf, outOf),
    tp: printedCount(voice, caught, "caught", tp, outOf),
    fn: printedCount(voice, caught, "missed", fn, outOf),
    fp: printedCount(voice, alarms, "falseAlarms", fp, outOf),
    tp_n: pluralNumber(tp),
    fn_n: pluralNumber(fn),
    fp_n: pluralNumber(fp),
    one_positive: noun(voice.words.positive, 1),
    one_negative: noun(voice.words.negative, 1),
  });
}

function workOf(voice: Voice, data: ScenarioData, setting: Setting, estimates: readonly Estimate[]) {
  const flagRate = estimates.find(({ metric }) => metric === "flag-rate");
  const { volume, capacity } = amountsAt(data, setting);
  if (flagRate === undefined || setting.baseRate === null) return { words: [], fits: null };
  return {
    words: workloadSentence(voice, flagRate, { volume, capacity }),
    fits: fitsCapacity(flagRate, { volume, capacity }),
  };
}

function spokenOf(sentences: readonly (readonly Inline[])[]): string {
  return sentences
    .map(plainText)
    .filter((words) => words !== "")
    .join(" ");
}

/** What the charts of documents ask for, answered from the setting. */
function chartContext(voice: Voice, data: ScenarioData, estimates: readonly Estimate[]): ChartContext {
  return {
    voice,
    evaluation: data.evaluation,
    slices: [],
    findings: [],
    estimate: (metric, slice) =>
      estimates.find((estimate) => estimate.metric === metric && estimate.slice === slice),
    distribution: () => undefined,
    facets: () => [],
    table: () => undefined,
    scenarios: [],
    claims: [],
    evaluations: [],
    criteria: [],
    case: null,
    series: null,
    risks: [],
    likelihoodSteps: [],
    pair: null,
    money: null,
    baseRate: null,
    baseline: null,
  };
}

/** How many past cases the sliders rest on, and what choosing on them means. */
export function sameDataSentence(voice: Voice, data: ScenarioData): readonly Inline[] {
  const { histogram } = data;
  const n = [...histogram.positives, ...histogram.negatives].reduce((sum, count) => sum + count, 0);
  return voice.say("scenario.same-data", {
    ...casesSlots(voice, data.slice),
    n: counted(voice, `${data.prefix}base-rate@${data.slice?.id ?? "all"}`, "denominator", n),
  });
}
