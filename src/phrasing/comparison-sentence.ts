import type { Estimate } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import { counted } from "./counted.js";
import { displayGate } from "./display-gate.js";
import { shortRate } from "./rate-sentence.js";
import type { Voice } from "./voice.js";

/**
 * Two rates side by side in one total, with the difference done for the reader.
 *
 * By the interval of the difference: spanning zero it is "no clear difference".
 */
export function comparisonSentence(
  voice: Voice,
  own: Estimate,
  rest: Estimate,
  difference: Estimate,
  side: "value" | "complement",
): readonly Inline[] {
  const slots = { own: shortRate(voice, own, side), rest: shortRate(voice, rest, side) };
  const shown = displayGate(own, voice.audience) === "rate" && displayGate(rest, voice.audience) === "rate";
  if (!shown || difference.value === null || difference.interval === null)
    return voice.say("comparison.counts", slots);
  const { low, high } = difference.interval;
  const sign = side === "complement" ? -1 : 1;
  const of = voice.totalOf(own);
  const ends = [sign * low * of, sign * high * of].map(Math.round).sort((a, b) => a - b);
  const [least = 0, most = 0] = ends;
  const gap = Math.round(sign * difference.value * of);
  const range = {
    low: counted(voice, difference.id, "low", gap < 0 ? -most : least, of),
    high: counted(voice, difference.id, "high", gap < 0 ? -least : most, of),
    of: counted(voice, difference.id, "outOf", of, of),
    gap: counted(voice, difference.id, "value", Math.abs(gap), of),
  };
  if (low <= 0 && high >= 0) {
    const plain = {
      low: counted(voice, difference.id, "low", least, of),
      high: counted(voice, difference.id, "high", most, of),
      of: range.of,
    };
    return voice.say("comparison.no-clear-difference", { ...slots, ...plain });
  }
  return voice.say(gap > 0 ? "comparison.more" : "comparison.fewer", { ...slots, ...range });
}
