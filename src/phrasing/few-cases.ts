import type { Estimate } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import { plainText } from "./inline.js";
import type { Voice } from "./voice.js";

/** "fewer than 10 leavers": why a number is withheld, in the noun of the cases it is a share of. */
export function fewCases(voice: Voice, of: Estimate["of"], phrase = "rate.few-cases"): readonly Inline[] {
  const { words } = voice;
  const cases = words.case[1];
  const nouns: Readonly<Partial<Record<Estimate["of"], string>>> = {
    positives: words.positive[1],
    negatives: words.negative[1],
    flagged: `${cases} ${words.flagged}`,
    unflagged: `${cases} ${words.unflagged}`,
    attempts: plainText(voice.say("rate.class-attempts")),
    subjects: plainText(voice.say("rate.class-subjects")),
  };
  return voice.say(phrase, { cases: nouns[of] ?? cases });
}
