import { rateSentence } from "../rate-sentence.js";
import { mostlyFalse } from "./mostly-false.js";
import { nounSlots } from "../noun-slots.js";
import type { Pattern } from "./pattern.js";
import { mixOf } from "./known.js";
import { notKnown, notToldAsRate, otherMix } from "./reasons.js";

/**
 * Pattern B: precision and recall side by side, each of its own total, never joined by "of them".
 *
 * Needs a test with the mix of real use. Where the mix is not known, the what-if table says more, so this gives way to
 * it unless the false alarms are unknown too.
 */
export const twoTotals: Pattern = {
  id: "two-totals",
  letter: "B",
  summary: "of 100 flagged so many are right; of 100 positives so many are flagged",
  after: false,
  refuse: (voice, known) => {
    const { recall, falseAlarms, precisionTest, baseRate } = known;
    return (
      notKnown(voice, recall, "recall") ??
      notKnown(voice, precisionTest, "precision") ??
      otherMix(voice, known) ??
      (baseRate !== null && falseAlarms !== null
        ? { phrase: "pattern.why.base-rate-known", slots: nounSlots(voice.words) }
        : null) ??
      (mixOf(known) === "unknown" && falseAlarms !== null
        ? { phrase: "pattern.why.unknown-mix", slots: nounSlots(voice.words) }
        : null) ??
      notToldAsRate(voice, recall, precisionTest)
    );
  },
  tell: (voice, known) => {
    const { recall, precisionTest } = known;
    if (recall === null || precisionTest === null) return [];
    return [
      rateSentence(voice, precisionTest),
      mostlyFalse(voice, precisionTest),
      rateSentence(voice, recall),
      voice.say(
        mixOf(known) === "same" ? "pattern.length-unknown" : "pattern.mix-unknown",
        nounSlots(voice.words),
      ),
    ];
  },
};
