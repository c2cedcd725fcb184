import { rateSentence } from "../rate-sentence.js";
import { mixOf } from "./known.js";
import { mostlyFalse } from "./mostly-false.js";
import { nounSlots } from "../noun-slots.js";
import type { Pattern } from "./pattern.js";
import { notKnown, notToldAsRate, otherMix } from "./reasons.js";

/** Pattern E: only the share of the flagged that is right is known; what is missed was not measured, and that is said. */
export const precisionOnly: Pattern = {
  id: "precision-only",
  letter: "E",
  summary: "of 100 flagged so many are right; how many are missed was not measured",
  after: false,
  refuse: (voice, known) =>
    (known.recall === null ? null : { phrase: "pattern.why.recall-known", slots: nounSlots(voice.words) }) ??
    notKnown(voice, known.precisionTest, "precision") ??
    otherMix(voice, known) ??
    notToldAsRate(voice, known.precisionTest),
  tell: (voice, known) => {
    const { precisionTest } = known;
    if (precisionTest === null) return [];
    return [
      rateSentence(voice, precisionTest),
      mostlyFalse(voice, precisionTest),
      voice.say("pattern.misses-unmeasured", nounSlots(voice.words)),
      mixOf(known) === "same" ? [] : voice.say("pattern.mix-unknown", nounSlots(voice.words)),
    ];
  },
};
