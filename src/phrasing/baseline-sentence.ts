import type { Inline } from "../model/inline.js";
import { printedCount } from "./counted.js";
import { formatCount } from "./format-number.js";
import { frequencyOf, type FrequencyFacts } from "./frequency-sentences.js";
import type { NaturalFrequency } from "./natural-frequency.js";
import { nounSlots } from "./noun-slots.js";
import { shortRange } from "./rate-sentence.js";
import type { Slots } from "./say.js";
import type { Voice } from "./voice.js";

/** How it goes without the model. */
export interface BaselineFacts {
  /** Name of the evidence it was counted on. */
  readonly title: string;
  readonly facts: FrequencyFacts;
}

/** The counts without the model, in the totals of the document; null where they may not be told as rates. */
export function baselineFrequency(voice: Voice, baseline: BaselineFacts | null): NaturalFrequency | null {
  return baseline === null ? null : frequencyOf(voice, baseline.facts);
}

/** The same cases without the model, both kinds of error in the denominators of the page; or that nobody measured it. */
export function baselineSentences(
  voice: Voice,
  baseline: BaselineFacts | null,
): readonly (readonly Inline[])[] {
  const frequency = baselineFrequency(voice, baseline);
  if (baseline === null || frequency === null) return [voice.say("baseline.unknown")];
  const { recall, falseAlarms } = baseline.facts;
  const { outOf } = frequency;
  return [
    voice.say("baseline.told", {
      ...nounSlots(voice.words),
      title: baseline.title,
      caught: printedCount(voice, recall.id, "caught", frequency.caught, outOf),
      p: printedCount(voice, baseline.facts.baseRate.id, "positives", frequency.positives, outOf),
      alarms: printedCount(voice, falseAlarms.id, "falseAlarms", frequency.falseAlarms, outOf),
      n: printedCount(voice, baseline.facts.baseRate.id, "negatives", frequency.negatives, outOf),
    }),
    voice.say("baseline.ranges", {
      ...nounSlots(voice.words),
      ...rangeSlots(voice, baseline),
    }),
  ];
}

/** Ranges of both error rates without the model, with the totals of the page. */
export function rangeSlots(voice: Voice, { facts: { recall, falseAlarms } }: BaselineFacts): Slots {
  return {
    caught: shortRange(voice, recall, "value", "ends"),
    alarms: shortRange(voice, falseAlarms, "value", "ends"),
    p_of: formatCount(voice.outOf.positives, voice.lang),
    n_of: formatCount(voice.outOf.negatives, voice.lang),
  };
}
