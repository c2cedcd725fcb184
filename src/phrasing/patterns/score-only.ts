import type { Estimate } from "../../model/assessment.js";
import type { Datum, DatumPart, Inline } from "../../model/inline.js";
import { counted, pluralNumber, printedCount } from "../counted.js";
import { formatDecimal } from "../format-number.js";
import { restate } from "../restate.js";
import type { Voice } from "../voice.js";
import { mixOf, type Known } from "./known.js";
import { nounSlots } from "../noun-slots.js";
import type { Pattern } from "./pattern.js";

/** The total mistakes and right ones are told out of. */
const of = 100;

/**
 * Pattern F: one score of the whole test and nothing else. F1 is told as mistakes per 100 right picks, with the bounds
 * it sets on precision; accuracy as right and wrong of 100. Neither says which mistakes, and the counts are asked for.
 */
export const scoreOnly: Pattern = {
  id: "score-only",
  letter: "F",
  summary: "one score alone: how many mistakes, not of which kind; asks for the four counts",
  after: false,
  refuse: (voice, { recall, precisionTest, falseAlarms, f1, accuracy }) => {
    const parts = [recall, precisionTest, falseAlarms].some((estimate) => estimate !== null);
    if (parts) return { phrase: "pattern.why.rates-known", slots: nounSlots(voice.words) };
    return f1 === null && accuracy === null ? { phrase: "pattern.why.no-score" } : null;
  },
  tell: (voice, known) => [
    known.averaged ? voice.say("pattern.averages", nounSlots(voice.words)) : [],
    ...(known.f1 === null ? [] : f1Sentences(voice, known.f1)),
    ...(known.accuracy === null ? [] : accuracySentences(voice, known, known.accuracy)),
    mixOf(known) === "same" ? [] : voice.say("pattern.mix-unknown", nounSlots(voice.words)),
    voice.say("pattern.ask-for-counts", nounSlots(voice.words)),
  ],
};

/**
 * Mistakes per right pick are 2 (1 - F1) / F1, and precision lies between F1 / (2 - F1), where nothing is missed, and
 * 1, where nothing is flagged wrongly. Both follow from F1 = 2 TP / (2 TP + FP + FN).
 */
function f1Sentences(voice: Voice, f1: Estimate): (readonly Inline[])[] {
  const value = f1.value ?? 0;
  const number = (part: DatumPart, count: number): Datum => counted(voice, f1.id, part, count, of);
  const slots = { ...nounSlots(voice.words), of: number("outOf", of), score: scoreOf(voice, f1) };
  if (value === 0) return [voice.say("pattern.f1-zero", slots)];
  const mistakes = Math.round((of * 2 * (1 - value)) / value);
  const least = Math.round((of * value) / (2 - value));
  if (value === 1) return [voice.say("pattern.f1-one", slots)];
  return [
    mistakes === 0
      ? voice.say("pattern.f1-few", slots)
      : voice.say("pattern.f1", { ...slots, mistakes: number("mistakes", mistakes), m_n: mistakes }),
    voice.say("pattern.f1-kinds", slots),
    voice.say(least === of ? "pattern.f1-bounds-narrow" : "pattern.f1-bounds", {
      ...slots,
      least: number("bound", least),
    }),
  ];
}

function scoreOf({ lang }: Voice, { id, value }: Estimate): Datum {
  const rounded = Number((value ?? 0).toFixed(2));
  return { type: "datum", ref: id, part: "value", value: rounded, text: formatDecimal(rounded, 2, lang) };
}

function accuracySentences(voice: Voice, known: Known, accuracy: Estimate): (readonly Inline[])[] {
  const rate = restate(accuracy, of);
  if (rate === null) return [];
  const slots = {
    ...nounSlots(voice.words),
    of: counted(voice, accuracy.id, "outOf", of, of),
    right: printedCount(voice, accuracy.id, "value", rate.count, of),
    wrong: printedCount(voice, accuracy.id, "complement", rate.complement, of),
    right_n: pluralNumber(rate.count),
    wrong_n: pluralNumber(rate.complement),
  };
  return [
    voice.say("pattern.accuracy", slots),
    voice.say("pattern.accuracy-kinds", slots),
    baselineSentence(voice, known.baseRate ?? known.testRate),
  ];
}

/** What always saying the larger class would score; "nearly every time" rather than 100 of 100 for a little less. */
function baselineSentence(voice: Voice, share: Estimate | null): readonly Inline[] {
  const slots = nounSlots(voice.words);
  if (share?.value == null) return voice.say("pattern.accuracy-no-baseline", slots);
  const exact = Math.max(share.value, 1 - share.value);
  const usual = Math.round(exact * of);
  const id = share.value > 0.5 ? "pattern.accuracy-baseline-all" : "pattern.accuracy-baseline";
  if (usual === of && exact < 1) return voice.say(`${id}-nearly`, slots);
  return voice.say(id, {
    ...slots,
    of: counted(voice, share.id, "outOf", of, of),
    usual: counted(voice, share.id, "bound", usual, of),
  });
}
