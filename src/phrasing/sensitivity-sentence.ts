import { pluralNumber, printedCount } from "./counted.js";
import { displayGate } from "./display-gate.js";
import type { FrequencyFacts } from "./frequency-sentences.js";
import type { Inline } from "../model/inline.js";
import { naturalFrequency } from "./natural-frequency.js";
import { nounSlots } from "./noun-slots.js";
import type { Voice } from "./voice.js";

/**
 * What half and twice the base rate would do to the share of the flagged that is right: same total, same error
 * rates. Empty when a rate rests on too few cases or either cannot be told in whole numbers; twice is left out where positives are common.
 */
export function sensitivitySentence(
  voice: Voice,
  { recall, falseAlarms, baseRate }: FrequencyFacts,
): readonly Inline[] {
  if (recall.value === null || falseAlarms.value === null || baseRate.value === null) return [];
  // Too few cases for a rate at the stated base rate are too few at half of it.
  if ([recall, falseAlarms].some((estimate) => displayGate(estimate, voice.audience) !== "rate")) return [];
  const rates = { recall: recall.value, falseAlarmShare: falseAlarms.value };
  const outOf = voice.outOf.cases;
  const half = naturalFrequency({ ...rates, baseRate: baseRate.value / 2 }, outOf);
  const twice = naturalFrequency({ ...rates, baseRate: Math.min(1, baseRate.value * 2) }, outOf);
  if (half.positives.printed === 0 || half.flagged.printed === 0 || twice.flagged.printed === 0) return [];
  // Twice as common must leave most cases negative, or it is no question anyone would ask.
  const phrase = baseRate.value <= 0.25 ? "frequency.sensitivity" : "frequency.sensitivity-half";
  return voice.say(phrase, {
    ...nounSlots(voice.words),
    half_tp: printedCount(voice, recall.id, "caught", half.caught, outOf),
    half_f: printedCount(voice, falseAlarms.id, "flagged", half.flagged, outOf),
    half_n: pluralNumber(half.caught),
    twice_tp: printedCount(voice, recall.id, "caught", twice.caught, outOf),
    twice_f: printedCount(voice, falseAlarms.id, "flagged", twice.flagged, outOf),
  });
}
