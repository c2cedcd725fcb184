import type { Estimate } from "../model/assessment.js";
import type { Confidence } from "../model/confidence.js";
import type { Inline } from "../model/inline.js";
import { displayGate } from "./display-gate.js";
import { positiveLikelihood, type LikelihoodScale } from "./likelihood-word.js";
import { isDifference } from "./measure-number.js";
import { shortRange, shortRate } from "./rate-sentence.js";
import type { Voice } from "./voice.js";

/** Least C at which a word for how likely something is may be said; below it a number with its range, or less. */
const leastC = 4;

/**
 * How likely it is for a single case, in a word with its number and range behind it: a sentence of its own, which says
 * nothing of the evidence.
 *
 * @returns nothing below "well supported", for a number that is no share, and where no word holds the whole range
 */
export function likelihoodSentence(
  voice: Voice,
  { c }: Pick<Confidence, "c">,
  estimate: Estimate,
  scale: LikelihoodScale,
): readonly Inline[] {
  const { interval, unit, value } = estimate;
  const isRate =
    unit === "share" && !isDifference(estimate) && displayGate(estimate, voice.audience) === "rate";
  if (c === null || c < leastC || interval === null || value === null || !isRate) return [];
  const likely = positiveLikelihood(interval, scale);
  const range = shortRange(voice, estimate, likely?.side ?? "value");
  if (likely === null || range.length === 0) return [];
  return voice.say(`likelihood.${likely.side}`, {
    word: voice.say(`likelihood.${scale}.${likely.term.id}`),
    rate: shortRate(voice, estimate, likely.side),
    range,
  });
}
