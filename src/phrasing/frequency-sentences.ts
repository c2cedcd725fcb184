import type { Estimate, Slice } from "../model/assessment.js";
import { exactUpperBound } from "../stats/exact-upper-bound.js";
import { counted, noun, pluralNumber, printedCount } from "./counted.js";
import type { Inline } from "../model/inline.js";
import { displayGate } from "./display-gate.js";
import { naturalFrequency, type NaturalFrequency } from "./natural-frequency.js";
import { shortRange } from "./rate-sentence.js";
import type { Slots } from "./say.js";
import { casesSlots } from "./subject-words.js";
import type { Voice } from "./voice.js";
import { nounSlots, ofNoun } from "./noun-slots.js";

export interface FrequencyFacts {
  readonly recall: Estimate;
  readonly falseAlarms: Estimate;
  /** Share of positives among the cases the reader meets. */
  readonly baseRate: Estimate;
  /** Group of cases it is told of; null for all. */
  readonly slice: Slice | null;
  /** Share of the flagged that is positive at that base rate; null when it is not defined. */
  readonly precision: Estimate | null;
}

/**
 * A confusion table at the reader's base rate, told as nested counts out of one total: how many there are, how
 * many of those are caught and missed, how many others are flagged, and how many of the flagged are right.
 *
 * @returns one sentence each; empty when a rate is undefined, or when one class is so rare that none of it would be printed
 */
export function frequencySentences(voice: Voice, facts: FrequencyFacts): readonly (readonly Inline[])[] {
  const frequency = frequencyOf(voice, facts);
  if (frequency === null || frequency.positives.printed === 0 || frequency.negatives.printed === 0) return [];
  const slots = frequencySlots(voice, facts, frequency);
  const { caught, missed, falseAlarms, flagged } = frequency;
  const sentences = [
    voice.say("frequency.people", slots),
    voice.say(
      missed.exact === 0
        ? "frequency.split-all"
        : caught.exact === 0
          ? "frequency.split-none"
          : "frequency.split",
      slots,
    ),
    voice.say(falseAlarms.exact === 0 ? "frequency.others-none" : "frequency.others", slots),
    voice.say(
      flagged.exact === 0 ? "frequency.total-none" : flagged.few ? "frequency.total-few" : "frequency.total",
      slots,
    ),
  ];
  if (falseAlarms.exact > caught.exact && falseAlarms.printed > caught.printed && flagged.printed > 1)
    sentences.push(voice.say("frequency.mostly-false", slots));
  return [...sentences, rangeSentence(voice, facts), ...zeroSentences(voice, facts)].filter(
    ({ length }) => length > 0,
  );
}

/** The ranges of the rates the counts come from, each in the total of its own class. */
function rangeSentence(voice: Voice, { recall, falseAlarms, precision }: FrequencyFacts): readonly Inline[] {
  const ranges = [recall, falseAlarms, ...(precision?.value == null ? [] : [precision])].map((estimate) =>
    shortRange(voice, estimate, "value", "ends"),
  );
  const [caught = [], alarms = [], right = []] = ranges;
  if (caught.length === 0 || alarms.length === 0) return [];
  const of = (estimate: Estimate): Inline =>
    counted(voice, estimate.id, "outOf", voice.totalOf(estimate), voice.totalOf(estimate));
  return voice.say(
    recall.interval === null || falseAlarms.interval === null
      ? "frequency.ranges-unknown"
      : right.length === 0
        ? "frequency.ranges-rates"
        : "frequency.ranges",
    {
      caught,
      alarms,
      right,
      p_of: of(recall),
      n_of: of(falseAlarms),
      f_of: precision === null ? "" : of(precision),
      ...nounSlots(voice.words),
    },
  );
}

/**
 * The counts behind the sentences and the pictures of one document; null when a rate is undefined, or rests on
 * too few cases to be told as one.
 */
export function frequencyOf(
  voice: Voice,
  { recall, falseAlarms, baseRate }: FrequencyFacts,
): NaturalFrequency | null {
  if (recall.value === null || falseAlarms.value === null || baseRate.value === null) return null;
  if ([recall, falseAlarms].some((estimate) => displayGate(estimate, voice.audience) !== "rate")) return null;
  return naturalFrequency(
    { baseRate: baseRate.value, recall: recall.value, falseAlarmShare: falseAlarms.value },
    voice.outOf.cases,
  );
}

/** What a zero in the test allows: "none of 150; up to 2 of 100 is possible". */
export function zeroSentences(
  voice: Voice,
  facts: Pick<FrequencyFacts, "recall" | "falseAlarms">,
): readonly (readonly Inline[])[] {
  const { recall, falseAlarms } = facts;
  const sentences: (readonly Inline[])[] = [];
  if (recall.value === 1)
    sentences.push(...zeroSentence(voice, "frequency.zero-missed", recall, voice.outOf.positives));
  if (recall.value === 0)
    sentences.push(...zeroSentence(voice, "frequency.zero-caught", recall, voice.outOf.positives));
  if (falseAlarms.value === 0)
    sentences.push(...zeroSentence(voice, "frequency.zero-false", falseAlarms, voice.outOf.negatives));
  if (falseAlarms.value === 1)
    sentences.push(...zeroSentence(voice, "frequency.all-false", falseAlarms, voice.outOf.negatives, "rest"));
  return sentences;
}

/** @param side - whether the bound is told of what did not happen, or of the rest of the total */
function zeroSentence(
  voice: Voice,
  phrase: string,
  estimate: Estimate,
  of: number,
  side: "none" | "rest" = "none",
): (readonly Inline[])[] {
  const n = Math.floor(estimate.n_effective ?? estimate.denominator ?? 0);
  if (n === 0 || estimate.denominator === null) return []; // A reported rate has no cases to bound it with.
  const bound = Math.ceil((exactUpperBound(0, n, 0.95) ?? 1) * of);
  return [
    voice.say(phrase, {
      n: counted(voice, estimate.id, "denominator", estimate.denominator),
      n_positives: noun(voice.words.positive, estimate.denominator),
      n_negatives: noun(voice.words.negative, estimate.denominator),
      of_n_positives: ofNoun(voice.words, "positive", estimate.denominator),
      of_n_negatives: ofNoun(voice.words, "negative", estimate.denominator),
      bound: counted(voice, estimate.id, "bound", side === "none" ? bound : of - bound, of),
      of: counted(voice, estimate.id, "outOf", of, of),
    }),
  ];
}

function frequencySlots(voice: Voice, facts: FrequencyFacts, frequency: NaturalFrequency): Slots {
  const { outOf, positives, negatives, caught, missed, falseAlarms, leftAlone, flagged } = frequency;
  const { words } = voice;
  const { recall, falseAlarms: alarms, baseRate } = facts;
  return {
    n: counted(voice, baseRate.id, "outOf", outOf, outOf),
    p: printedCount(voice, baseRate.id, "positives", positives, outOf),
    neg: printedCount(voice, baseRate.id, "negatives", negatives, outOf),
    tp: printedCount(voice, recall.id, "caught", caught, outOf),
    fn: printedCount(voice, recall.id, "missed", missed, outOf),
    fp: printedCount(voice, alarms.id, "falseAlarms", falseAlarms, outOf),
    tn: printedCount(voice, alarms.id, "leftAlone", leftAlone, outOf),
    f: printedCount(voice, alarms.id, "flagged", flagged, outOf),
    p_n: pluralNumber(positives),
    neg_n: pluralNumber(negatives),
    tp_n: pluralNumber(caught),
    fn_n: pluralNumber(missed),
    fp_n: pluralNumber(falseAlarms),
    tn_n: pluralNumber(leftAlone),
    f_n: pluralNumber(flagged),
    ...nounSlots(words),
    ...casesSlots(voice, facts.slice),
    negatives: noun(words.negative, pluralNumber(negatives)),
    of_negatives: ofNoun(words, "negative", pluralNumber(negatives)),
  };
}
