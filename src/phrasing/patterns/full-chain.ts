import { frequencyOf, frequencySentences, type FrequencyFacts } from "../frequency-sentences.js";
import { nounSlots } from "../noun-slots.js";
import type { Known } from "./known.js";
import type { Pattern } from "./pattern.js";
import { notKnown, notToldAsRate } from "./reasons.js";

/** Pattern A: the whole confusion table as nested counts out of one total. */
export const fullChain: Pattern = {
  id: "full-chain",
  letter: "A",
  summary: "how many there are, caught, missed and flagged wrongly, and how many of the flagged are right",
  after: false,
  namesGroup: true,
  refuse: (voice, known) => {
    const { recall, falseAlarms, baseRate } = known;
    const absent =
      notKnown(voice, recall, "recall") ??
      notKnown(voice, falseAlarms, "false-alarms") ??
      notKnown(voice, baseRate, "base-rate") ??
      notToldAsRate(voice, recall, falseAlarms);
    if (absent !== null) return absent;
    const facts = factsOf(known);
    const frequency = facts === null ? null : frequencyOf(voice, facts);
    const isEmpty = frequency?.positives.printed === 0 || frequency?.negatives.printed === 0;
    return isEmpty ? { phrase: "pattern.why.too-rare", slots: nounSlots(voice.words) } : null;
  },
  tell: (voice, known) => {
    const facts = factsOf(known);
    return facts === null ? [] : frequencySentences(voice, facts);
  },
};

function factsOf({ recall, falseAlarms, baseRate, slice, precision }: Known): FrequencyFacts | null {
  if (recall === null || falseAlarms === null || baseRate === null) return null;
  return { recall, falseAlarms, baseRate, slice, precision };
}
