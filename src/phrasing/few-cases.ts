import { isBinary } from "../model/tasks.js";
import type { Estimate } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import { wholeName, type Named } from "./metric-words.js";
import { nounSlots } from "./noun-slots.js";
import type { Voice } from "./voice.js";

/** "fewer than 10 leavers": why a number is withheld, in the noun of the cases it is a share of. */
export function fewCases(voice: Voice, of: Estimate["of"], phrase = "rate.few-cases"): readonly Inline[] {
  const told = ["positives", "negatives", "flagged", "unflagged"].includes(of);
  const cases = told ? voice.say(`share.any.${of}`, nounSlots(voice.words)) : voice.words.case[1];
  return voice.say(phrase, { cases });
}

/** The same of an estimate of any kind of evidence. */
export function fewOf(voice: Voice, estimate: Named, phrase = "rate.few-cases"): readonly Inline[] {
  return isBinary(voice.taskOf(estimate))
    ? fewCases(voice, estimate.of, phrase)
    : voice.say(phrase, { cases: wholeName(voice, estimate) });
}
