import { displayGate } from "../display-gate.js";
import { rateSentence } from "../rate-sentence.js";
import { nounSlots } from "../noun-slots.js";
import type { Pattern } from "./pattern.js";

/** Pattern G: too few cases for a rate, so the counts of the test and nothing else. */
export const countsOnly: Pattern = {
  id: "counts-only",
  letter: "G",
  summary: "in the test 14 of 41 were flagged: counts, where there are too few cases for a rate",
  after: false,
  refuse: (voice, { recall, falseAlarms }) => {
    const known = [recall, falseAlarms].filter((estimate) => estimate !== null);
    if (known.length === 0) return { phrase: "pattern.why.no-recall", slots: nounSlots(voice.words) };
    const few = known.some((estimate) => displayGate(estimate, voice.audience) !== "rate");
    return few ? null : { phrase: "pattern.why.enough-cases", slots: nounSlots(voice.words) };
  },
  tell: (voice, { recall, falseAlarms }) => [
    ...[recall, falseAlarms].flatMap((estimate) =>
      estimate === null ? [] : [rateSentence(voice, estimate)],
    ),
    voice.say("pattern.too-few-to-say", nounSlots(voice.words)),
  ],
};
